import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { App, Log } from '#platform/http/app.ts'
import { createLive } from '#platform/live/live.ts'
import { type OpenDatabase, openDatabase } from '#platform/sql/database.ts'
import { type Answer, type Baton, testUrl } from '#app/testing/harness.ts'
import { buildServer } from '#app/server.ts'

/** How somebody shows who they are: a token, a browser's session, or nothing. */
export type Credentials = { readonly token: string } | { readonly session: string } | null

export interface Request {
  readonly method: string
  /** With its query, below /api/v1 unless it begins with /api, /health or /metrics. */
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** A Baton that answers as it would, and forgets. */
export interface Unchanging {
  readonly app: App
  /** What was logged as an error; empty when all went well. */
  readonly faults: object[]
  call(who: Credentials, request: Request): Promise<Answer & { readonly text: string }>
  close(): Promise<void>
}

export const serverSecret = 'a secret of the tables'

/**
 * A second server on the database of a Baton. All it does goes through one connection, and each request is rolled back when it was answered: what
 * the product begins as a transaction is a savepoint within. So a hundred requests in any order find the same world.
 */
export async function unchanging(baton: Baton): Promise<Unchanging> {
  const database = openDatabase({ connectionString: baton.databaseUrl }, { size: 1 })
  const client = await database.pool.connect()
  lendOne(database, client)
  const faults: object[] = []
  const log: Log = { info: () => {}, warn: () => {}, error: (fields) => faults.push(fields) }
  const importsFolder = await mkdtemp(join(tmpdir(), 'baton-imports-'))
  const rest = {
    live: createLive(),
    files: baton.files,
    clock: baton.clock,
    log,
    url: testUrl,
    trustedProxies: 0,
    setupCode: null,
    secret: serverSecret,
    mail: true,
    checkOutputs: true,
    importsFolder,
  }
  const app = buildServer({ db: database.db, ...rest })
  return {
    app,
    faults,
    async call(who, request) {
      await client.query('begin')
      try {
        return await answerOf(app, who, request)
      } finally {
        await client.query('rollback')
      }
    },
    async close() {
      client.release()
      await database.close()
      await rm(importsFolder, { recursive: true, force: true })
    },
  }
}

async function answerOf(app: App, who: Credentials, { method, path, body, headers }: Request): Promise<Answer & { readonly text: string }> {
  const within = /^\/(api|health|metrics)\b/.test(path) ? path : `/api/v1${path}`
  const response = await app.hono.request(`${testUrl}${within}`, {
    method,
    headers: {
      host: 'localhost:3000',
      ...(who && 'token' in who ? { authorization: `Bearer ${who.token}` } : {}),
      ...(who && 'session' in who ? { cookie: `baton=${who.session}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = (response.headers.get('content-type') ?? '').includes('json')
  return { status: response.status, body: isJson && text !== '' ? JSON.parse(text) : text, text, headers: response.headers }
}

/** Whoever asks the pool for a connection is given this one, under another name. */
function lendOne(database: OpenDatabase, client: pg.PoolClient): void {
  let lent = 0
  const connect = async (): Promise<pg.PoolClient> => {
    const name = `lent_${(lent += 1)}`
    const query = (first: unknown, ...rest: unknown[]): unknown =>
      Reflect.apply(client.query, client, [typeof first === 'string' ? withinTransaction(first, name) : first, ...rest])
    return { query, release: () => {} } as unknown as pg.PoolClient
  }
  Object.assign(database.pool, { connect })
}

/** What begins and ends a transaction, said of a part of one. */
function withinTransaction(statement: string, name: string): string {
  if (/^(begin|start transaction)\b/i.test(statement)) return `savepoint ${name}`
  if (/^commit\b/i.test(statement)) return `release savepoint ${name}`
  // What rolls back to a savepoint of its own is a part already.
  if (/^rollback\b(?! to\b)/i.test(statement)) return `rollback to savepoint ${name}; release savepoint ${name}`
  return statement
}
