import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { runUntilStopped } from '#app/lifecycle.ts'
import { holdDataDir } from '#app/hold-data-dir.ts'
import { CannotStart } from '#platform/postgres/place.ts'
import { startPostgres } from '#platform/postgres/start-postgres.ts'

/** A process that holds a data folder and runs its database until it is stopped: what the tests here start, kill and start again. */
const dataDir = process.argv[2] ?? ''
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)
const log = {
  info: (_: object, message: string) => say({ info: message }),
  warn: (_: object, message: string) => say({ warn: message }),
  error: (_: object, message: string) => say({ error: message }),
}

async function start(whenStopping: (end: () => Promise<void>) => void): Promise<void> {
  const hold = await holdDataDir(dataDir)
  whenStopping(() => hold.release())
  const { connection, adopted, stop } = await startPostgres({ dataDir, log, settings: { shared_buffers: '64MB' } })
  whenStopping(stop)
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  whenStopping(async () => void server.close())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await hold.announce(address)
  say({ connection, adopted, address })
}

try {
  process.exitCode = await runUntilStopped(start, { timeoutMs: 9_000, onFault: (error) => say({ fault: String(error) }) })
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  say({ refused: error.message })
  process.exitCode = 1
}
