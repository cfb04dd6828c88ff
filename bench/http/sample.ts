import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildServer } from '#app/server.ts'
import { keptFiles } from '#platform/files/kept-files.ts'
import { createLive } from '#platform/live/live.ts'
import { openDatabase } from '#platform/sql/database.ts'
import { systemClock } from '#platform/time/clock.ts'
import type { Shot } from '../load.ts'

export interface Statement {
  readonly name: string
  readonly text: string
  readonly values: unknown[]
}

/** One request as Baton answered it: what it sent to the database, sign-in aside, and what it wrote. */
export interface Sample {
  readonly statements: readonly Statement[]
  readonly status: number
  readonly body: unknown
  /** The ids it made. */
  readonly fresh: readonly string[]
  /** The place in its thread that it gave to what it wrote; one of its own where it wrote nothing. */
  readonly seq: unknown
}

export interface Sampler {
  sample(shot: Shot): Promise<Sample>
  close(): Promise<void>
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
const signIn = /from "?(tokens|sessions)"?|update "(tokens|sessions)"/
const ends = /^(begin|commit|rollback)/

/** Answers requests within this process, on a database that `shot.headers` hold tokens for, and keeps what each one cost. */
export function openSampler(url: string): Sampler {
  let seen: { text: string; values: readonly unknown[] }[] = []
  const database = openDatabase({ connectionString: url }, { size: 1, onStatement: (text, values) => seen.push({ text, values }) })
  const faults: object[] = []
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => faults.push(fields) }
  const parts = {
    url: 'http://localhost:3000',
    trustedProxies: 0,
    setupCode: null,
    secret: 'only this bench knows',
    mail: false,
    live: createLive(),
    files: { kept: keptFiles(join(tmpdir(), 'baton-bench-files')), limit: 1024 * 1024 },
    importsFolder: tmpdir(),
  }
  const { hono } = buildServer({ db: database.db, clock: systemClock, log, ...parts })
  return {
    async sample({ method, path, headers = {}, body }) {
      seen = []
      const since = systemClock.now().epochMilliseconds
      const given = body === undefined ? {} : { body: JSON.stringify(body) }
      const response = await hono.request(`${parts.url}${path}`, {
        method,
        headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
        ...given,
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text} ${faults.map(String).join(' ')}`)
      const answered = JSON.parse(text) as { seq?: number }
      const statements = seen.filter((one) => !signIn.test(one.text) && !ends.test(one.text)).map(statementOf)
      const fresh = method === 'GET' ? [] : idsMadeSince(since, statements)
      return { statements, status: response.status, body: answered, fresh, seq: answered.seq ?? 'none' }
    },
    close: () => database.close(),
  }
}

function statementOf({ text, values }: { text: string; values: readonly unknown[] }): Statement {
  return {
    name: createHash('sha1').update(text).digest('base64url'),
    text,
    values: values.map((value) => (value instanceof Temporal.Instant ? value.toString() : value)),
  }
}

/** Ids tell when they were made. */
function idsMadeSince(since: number, statements: readonly Statement[]): string[] {
  const ids = statements.flatMap(({ values }) => values.flatMap((value) => (typeof value === 'string' ? (value.match(ID) ?? []) : [])))
  return [...new Set(ids)].filter((id) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) >= since)
}
