import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type pg from 'pg'
import { newId } from '#platform/sql/id.ts'
import { openDatabase } from '#platform/sql/database.ts'
import { systemClock } from '#platform/time/clock.ts'
import { answers } from './http/child.ts'
import type { Sample } from './http/sample.ts'

export interface BareSetup {
  readonly url: string
  /** Served at `/0`, `/1` … */
  readonly samples: readonly Sample[]
}

/**
 * What Baton is measured against: `node:http` and `pg` alone. To each request it sends the statements that Baton was seen to send, in the same
 * order, prepared, on as many connections, and writes the same JSON; without sign-in, rules, validation or a router.
 */
let pool: pg.Pool
let samples: readonly Sample[] = []

const server = createServer((request, response) => {
  request.resume()
  const sample = samples[Number(request.url?.slice(1))]
  if (!sample) response.writeHead(404).end()
  else serve(sample, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
})

async function serve(sample: Sample, response: ServerResponse): Promise<void> {
  await (sample.fresh.length > 0 ? write(sample) : read(sample))
  const text = JSON.stringify(sample.body)
  response.writeHead(sample.status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

async function read({ statements }: Sample): Promise<void> {
  for (const statement of statements) await pool.query(statement)
}

/** The same rows in one transaction, each time with ids of their own, and with the place in the thread that the lock told. */
async function write({ statements, fresh, seq }: Sample): Promise<void> {
  const ids = new Map(fresh.map((id) => [id, newId(systemClock.now())]))
  const client = await pool.connect()
  try {
    await client.query('begin')
    let place = seq
    for (const { name, text, values } of statements) {
      const own = values.map((value) => (value === seq ? place : typeof value === 'string' ? renewed(value, ids) : value))
      const { rows } = await client.query<{ lastSeq?: number }>({ name, text, values: own })
      if (rows[0]?.lastSeq !== undefined) place = rows[0].lastSeq + 1
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** The ids stand by themselves, and in the JSON of a fact. */
function renewed(value: string, ids: ReadonlyMap<string, string>): string {
  let text = value
  for (const [id, own] of ids) if (text.includes(id)) text = text.replaceAll(id, own)
  return text
}

answers(async (setup: BareSetup) => {
  samples = setup.samples
  pool ??= openDatabase({ connectionString: setup.url }, { size: 20 }).pool
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port }
})
