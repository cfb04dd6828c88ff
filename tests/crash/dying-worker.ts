import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWorker } from '#app/worker.ts'
import { keptFiles } from '#platform/files/kept-files.ts'
import { createLive } from '#platform/live/live.ts'
import { openMailTransport } from '#platform/mail/transport.ts'
import { openPushTransport } from '#platform/push/transport.ts'
import { pushIdentity } from '#platform/push/vapid.ts'
import { openDatabase } from '#platform/sql/database.ts'
import { movableClock } from '#platform/testing/clock.ts'

/** A worker that does everything due at one instant and is killed by the system before its n-th statement. Words: database, mail server, instant, n. */
const [connectionString = '', url = '', now = '', steps = '0'] = process.argv.slice(2)
let left = Number(steps)
const { db, close } = openDatabase(
  { connectionString },
  {
    onStatement: () => {
      left -= 1
      if (left < 0) process.kill(process.pid, 'SIGKILL')
    },
  },
)
const transport = openMailTransport({ url, from: 'Baton <baton@halyard.example>' })
const push = openPushTransport(pushIdentity('a secret that only tests know', 'https://baton.example'), { near: true })
const worker = buildWorker({
  db,
  connection: { connectionString },
  clock: movableClock(now),
  log: { info: () => {}, warn: () => {}, error: () => {} },
  live: createLive(),
  kept: keptFiles(join(tmpdir(), 'baton-without-files')),
  mail: { transport, url: 'http://localhost:3000', secret: 'a secret that only tests know' },
  push,
  importsFolder: tmpdir(),
})
await worker.settle()
await worker.stop()
transport.close()
push.close()
await close()
