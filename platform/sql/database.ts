import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { type OnStatement, preparedConnections } from './connections.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Tx = Transaction<Tables>

export interface Connection {
  readonly host?: string
  readonly port?: number
  readonly user?: string
  readonly password?: string
  readonly database?: string
  readonly connectionString?: string
}

export interface OpenDatabase {
  readonly db: Database
  readonly pool: pg.Pool
  close(): Promise<void>
}

interface Options {
  readonly size?: number
  /** For how many milliseconds one statement may run; as long as it takes when left out. */
  readonly longest?: number
  /** Sees every statement before it is sent; for counting them and for sending the same ones again. */
  readonly onStatement?: OnStatement
}

const TIMESTAMPTZ = 1184
const DATE = 1082
const INT8 = 20
const UUIDS = 2951
/** Instants are `Temporal.Instant`, dates are 'YYYY-MM-DD', whole numbers are numbers. */
const types = new pg.TypeOverrides()
types.setTypeParser(TIMESTAMPTZ, (text: string) => Temporal.Instant.from(text))
types.setTypeParser(DATE, (text: string) => text)
types.setTypeParser(INT8, Number)
// Nothing in a list of ids is ever quoted: this takes a tenth of the time that lists of whatever else take.
types.setTypeParser(UUIDS, (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(idOrNull)))

function idOrNull(text: string): string | null {
  return text === 'NULL' ? null : text
}

/*
 * Every statement here looks up by index whatever its values are, so one plan serves them all. Left to itself PostgreSQL plans those with many
 * joins anew each time: it holds planning to be nearly free, and that costs ten times what running them does.
 */
const ONE_PLAN = '-c plan_cache_mode=force_generic_plan'

/** Opens a pool of connections on which every statement is prepared and planned once. */
export function openDatabase(connection: Connection, { size = 10, longest, onStatement = () => {} }: Options = {}): OpenDatabase {
  const options = longest === undefined ? ONE_PLAN : `${ONE_PLAN} -c statement_timeout=${longest}`
  const config = { ...connection, options, max: size, types, keepAlive: true, connectionTimeoutMillis: 10_000 }
  const { pool, connections } = preparedConnections(config, onStatement)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: connections }) })
  return { db, pool, close: () => closeBoth(db, pool) }
}

/** Kysely ends a pool only if it has used it. */
async function closeBoth(db: Database, pool: pg.Pool): Promise<void> {
  await db.destroy()
  if (!pool.ended) await pool.end()
}
