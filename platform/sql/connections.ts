import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { type Send, sending } from './prepared-query.ts'
import { sharedConnections, type SharedConnections } from './shared-connections.ts'

export type OnStatement = (text: string, values: readonly unknown[]) => void

interface Known {
  /** What it is prepared under, once on each connection. */
  readonly name: string
  /** It only reads and waits for no lock, so that others may wait behind it. */
  readonly sharable: boolean
}

/** For what is written without a transaction. */
const SINGLE = 4
const KEPT = 5_000
const known = new Map<string, Known>()

/**
 * The connections as Kysely asks for them. A transaction gets one of the pool's to itself; what writes without one gets one of a few others, so that
 * transactions that wait for such a statement never hold what it waits for; all else shares a few, unless there is to be only one.
 */
export function preparedConnections(config: pg.PoolConfig, onStatement: OnStatement): { pool: pg.Pool; connections: PostgresPool } {
  const pool = openPool(config)
  const send = sending(config)
  const onlyOne = config.max === 1
  const single = onlyOne ? pool : openPool({ ...config, max: SINGLE })
  const shared = onlyOne ? null : sharedConnections(config, send)
  const end = async (): Promise<void> => {
    await shared?.end()
    for (const each of new Set([single, pool])) if (!each.ended) await each.end()
  }
  // Kysely names all of pg's client, and uses this much of it.
  const connect = (): Promise<PostgresPoolClient> =>
    Promise.resolve(leased({ pool, single, shared, send }, onStatement) as unknown as PostgresPoolClient)
  return { pool, connections: { options: {}, connect, end } }
}

/** A connection that breaks is replaced on the next use; what was under way on it reports so. Unheard, the break would end this process. */
function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, pipeline: true })
  const unmoved = (): void => {}
  pool.on('error', unmoved)
  pool.on('connect', (client) => client.on('error', unmoved))
  return pool
}

interface Lease {
  query(text: string, values?: readonly unknown[]): Promise<pg.QueryResult>
  release(broken?: boolean): void
}

interface Ways {
  readonly pool: pg.Pool
  readonly single: pg.Pool
  readonly shared: SharedConnections | null
  readonly send: Send
}

/** What stands for a connection until it is clear which kind it has to be. */
function leased({ pool, single, shared, send }: Ways, onStatement: OnStatement): Lease {
  let own: pg.PoolClient | null = null
  return {
    async query(text, values = []) {
      onStatement(text, values)
      const { name, sharable } = knownAs(text)
      const prepared = values.length === 0 ? text : { name, text, values: values.map(toParameter) }
      if (own === null && sharable && shared) return shared.query(prepared)
      const isBegin = begins.test(text)
      own ??= await (isBegin ? pool : single).connect()
      return isBegin ? begun(own, text) : send(own, prepared)
    },
    release(broken = false) {
      own?.release(broken)
      own = null
    },
  }
}

const begins = /^(begin|start transaction)\b/i

/** Does not wait: the first statement follows at once. Only a broken connection fails to begin, and then that one fails as well. */
function begun(client: pg.PoolClient, text: string): pg.QueryResult {
  client.query(text).catch(() => {})
  return { command: 'BEGIN', rowCount: null, oid: 0, fields: [], rows: [] }
}

function knownAs(text: string): Known {
  const found = known.get(text)
  if (found) return found
  const sharable = /^\s*(select|with)\b/i.test(text) && !/\b(insert|update|delete|for share|pg_\w*advisory\w*)\b/i.test(text)
  const made = { name: createHash('sha1').update(text).digest('base64url'), sharable }
  if (known.size < KEPT) known.set(text, made)
  return made
}

const toParameter = (value: unknown): unknown => (value instanceof Temporal.Instant ? value.toString() : value)
