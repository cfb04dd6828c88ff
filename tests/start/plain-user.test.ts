import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, stat } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { exists } from '#platform/postgres/place.ts'
import { readPidFile } from '#platform/postgres/postmaster.ts'
import { isAlive, waitFor } from '#platform/process/processes.ts'
import { plainUser, privateCopy } from './private-copy.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/ready`).then(
    (response) => response.ok,
    () => false,
  )
}

test('a user who is no administrator starts Baton in a folder that nobody else can enter', async (t) => {
  const user = await plainUser()
  const { home, folder } = await privateCopy(user)
  const port = await freePort()
  const env = { PATH: '/usr/bin:/bin', HOME: home, PORT: String(port), LOG_LEVEL: 'silent' }
  const node = join(folder, 'node_modules', '.bin', 'node')
  const child = spawn(node, ['app/main.ts', 'start'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], ...user })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))
  const ended = once(child, 'exit')
  t.after(async () => {
    child.kill('SIGTERM')
    await ended
    await rm(home, { recursive: true, force: true })
  })
  await waitFor(async () => child.exitCode !== null || (await isReady(port)), { within: 60_000, every: 50 })
  assert.ok(await isReady(port), output)
  const cluster = join(folder, 'data', 'postgres', 'cluster')
  const postmaster = await readPidFile(cluster)
  assert.ok(postmaster?.ready)
  assert.equal((await stat(cluster)).uid, user.uid)
  child.kill('SIGTERM')
  assert.deepEqual(await ended, [0, null])
  assert.equal(isAlive(postmaster.pid), false)
  assert.equal(await exists(join(cluster, 'postmaster.pid')), false)
})
