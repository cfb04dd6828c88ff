import { tmpdir } from 'node:os'
import { type Baton, testUrl } from '#app/testing/harness.ts'
import { buildWorker } from '#app/worker.ts'
import { createLive } from '#platform/live/live.ts'
import { openMailTransport } from '#platform/mail/transport.ts'
import { openPushTransport } from '#platform/push/transport.ts'
import { pushIdentity } from '#platform/push/vapid.ts'
import { openDatabase } from '#platform/sql/database.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** A worker all of whose statements fail from the n-th on, and whose mails stay: what a process leaves behind that is gone. Whether it came that far. */
export async function dieAt(baton: Baton, steps: number): Promise<boolean> {
  let left = steps
  const dead = (): boolean => left < 0
  const opened = openDatabase(
    { connectionString: baton.databaseUrl },
    {
      size: 4,
      onStatement: () => {
        left -= 1
        if (dead()) throw new Error('the process is gone')
      },
    },
  )
  const transport = openMailTransport({ url: baton.mailServer?.url ?? '', from: 'Baton <baton@halyard.example>' })
  const send: typeof transport.send = (mail) => (dead() ? Promise.reject(new Error('the process is gone')) : transport.send(mail))
  const push = openPushTransport(pushIdentity('a secret that only tests know', 'https://baton.example'), { near: true })
  const worker = buildWorker({
    db: opened.db,
    connection: { connectionString: baton.databaseUrl },
    clock: baton.clock,
    log: quiet,
    live: createLive(),
    kept: baton.files.kept,
    mail: { transport: { ...transport, send }, url: testUrl, secret: 'a secret that only tests know' },
    push: { ...push, send: (line) => (dead() ? Promise.reject(new Error('the process is gone')) : push.send(line)) },
    importsFolder: tmpdir(),
  })
  await worker.settle().catch(() => {})
  await worker.stop()
  transport.close()
  push.close()
  await opened.close()
  return dead()
}
