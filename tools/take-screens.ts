import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { chromiumPath } from '#platform/testing/chromium.ts'
import { freePort } from '#platform/testing/free-port.ts'
import { removeDataDir } from '#platform/testing/postgres.ts'

/**
 * Takes the pictures that the README shows, of the demo: docs/screens/*.webp. Build the pages first.
 * Run: node tools/build-web.js && node tools/take-screens.ts
 */
const folder = join(import.meta.dirname, '..', 'docs', 'screens')
const screens = [
  { name: 'today', path: '/', width: 1440, height: 900 },
  { name: 'thread', path: '/threads/9', width: 1440, height: 900 },
  { name: 'people', path: '/people', width: 1440, height: 900 },
  { name: 'today-phone', path: '/', width: 390, height: 844 },
] as const

const dataDir = await mkdtemp(join(tmpdir(), 'baton-screens-'))
const port = await freePort()
const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], BATON_DATA_DIR: dataDir, PORT: String(port) }
const child = spawn(process.execPath, ['app/main.ts', 'demo'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
const ended = once(child, 'exit')
for await (const line of createInterface(child.stdout)) if (line.startsWith('Baton answers at')) break
await mkdir(folder, { recursive: true })
const browser = await chromium.launch({ ...(await chromiumPath()), headless: true })
try {
  for (const { name, path, ...viewport } of screens) {
    const context = await browser.newContext({
      baseURL: `http://127.0.0.1:${port}`,
      viewport,
      deviceScaleFactor: 2,
      locale: 'en-GB',
      timezoneId: 'America/Sao_Paulo',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'John Prado' }).click()
    await page.getByRole('heading', { name: 'Tuesday 17 November' }).waitFor()
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForFunction(() => document.querySelectorAll('.band, .ask, article').length > 3)
    await page.evaluate(() => document.fonts.ready)
    const picture = await page.screenshot()
    await sharp(picture)
      .webp({ quality: 82 })
      .toFile(join(folder, `${name}.webp`))
    await context.close()
  }
} finally {
  await browser.close()
  child.kill('SIGTERM')
  await ended
  await removeDataDir(dataDir)
}
