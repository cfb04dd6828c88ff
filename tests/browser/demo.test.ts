import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { chromiumPath } from '#platform/testing/chromium.ts'
import { freePort } from '#platform/testing/free-port.ts'
import { removeDataDir } from '#platform/testing/postgres.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const PATIENCE = 30_000

/** A demo as a process of its own; answers its address once it can be opened. */
async function startDemo(t: TestContext): Promise<string> {
  const dataDir = await mkdtemp(join(await realpath(tmpdir()), 'baton-demo-'))
  const port = await freePort()
  const child = spawn(process.execPath, ['app/main.ts', 'demo'], {
    cwd: project,
    env: { ...process.env, BATON_DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  t.after(async () => {
    child.kill('SIGTERM')
    await ended
    await removeDataDir(dataDir)
  })
  for await (const line of createInterface(child.stdout)) if (line.startsWith('Baton answers at')) return `http://127.0.0.1:${port}`
  throw new Error('The demo ended before it could be opened.')
}

const screens = [
  { path: '/', shows: 'Extend Delmar Bakery’s free plan to 31 January' },
  { path: '/inbox', shows: 'Monica Grant asks you to do something' },
  { path: '/people', shows: 'Four are in their working hours now.' },
  { path: '/people/ann', shows: 'Open between you and Ann' },
  { path: '/spaces', shows: 'Exports, schedules and everything a customer prints.' },
  { path: '/spaces/reports', shows: 'Rounding happens once, at the end.' },
  { path: '/search?q=export stops', shows: 'at 10,000 rows and looks complete' },
  { path: '/settings/hours', shows: 'Save my hours' },
]

test('a demo shows every main screen at the time of the design, to whoever is chosen with one press', { timeout: 300_000 }, async (t) => {
  const url = await startDemo(t)
  const browser = await chromium.launch({ ...(await chromiumPath()), headless: true })
  t.after(() => browser.close())
  const page = await browser.newPage({ baseURL: url, locale: 'en-GB', timezoneId: 'America/Sao_Paulo', reducedMotion: 'reduce' })
  page.setDefaultTimeout(PATIENCE)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto('/sign-in')
  const anybody = page.getByRole('group', { name: 'This is a demo. Be anybody:' }).getByRole('button')
  await anybody.first().waitFor()
  assert.equal(await anybody.count(), 9)
  await page.getByRole('button', { name: 'John Prado' }).click()
  await page.getByRole('heading', { name: 'Tuesday 17 November' }).waitFor()
  for (const { path, shows } of screens) {
    await page.goto(path)
    await page.getByText(shows).filter({ visible: true }).first().waitFor()
  }
  assert.deepEqual(complaints, [])
})
