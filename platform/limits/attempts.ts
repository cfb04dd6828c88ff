import { sql } from 'kysely'
import { Failure } from '#platform/contract/failure.ts'
import { refusalText } from '#platform/http/refusal-texts.ts'
import type { Database } from '#platform/sql/database.ts'

/** What is limited, and to how many attempts within how long. */
export interface Limit {
  readonly key: string
  readonly most: number
  readonly minutes: number
}

interface Place {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/**
 * Counts an attempt against each limit before it is made, so that many at once do not slip through; not within a transaction that may be
 * rolled back. Throws `request.too_many` once one of them is passed, with the time until it is forgotten.
 */
export async function countAttempt({ db, workspaceId, now }: Place, limits: readonly Limit[]): Promise<void> {
  for (const limit of limits) {
    const start = windowStart(limit, now)
    const { rows } = await sql<{ count: number }>`
      insert into attempts (workspace_id, key, window_start, count) values (${workspaceId}, ${limit.key}, ${start}, 1)
      on conflict (workspace_id, key, window_start) do update set count = attempts.count + 1
      returning count
    `.execute(db)
    if ((rows[0]?.count ?? 0) > limit.most) throw tooMany(Math.ceil(start.add({ minutes: limit.minutes }).since(now).total('seconds')))
  }
}

/** Takes an attempt back that turned out to be none, such as a sign-in with the right password. */
export async function forgiveAttempt({ db, workspaceId, now }: Place, limits: readonly Limit[]): Promise<void> {
  for (const limit of limits) {
    await sql`
      update attempts set count = greatest(count - 1, 0)
      where workspace_id = ${workspaceId} and key = ${limit.key} and window_start = ${windowStart(limit, now)}
    `.execute(db)
  }
}

/** Deletes the counts of a day ago and before, at which no limit looks any more. Returns how many. */
export async function forgetAttempts({ db, workspaceId, now }: Place): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from attempts where workspace_id = ${workspaceId} and window_start <= ${now.subtract({ hours: 24 })}
  `.execute(db)
  return Number(numAffectedRows ?? 0)
}

function windowStart({ minutes }: Limit, now: Temporal.Instant): Temporal.Instant {
  const length = minutes * 60_000
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length)
}

function tooMany(retryAfterSeconds: number): Failure {
  const minutes = Math.ceil(retryAfterSeconds / 60)
  const message = (): string => refusalText('tooManyAttempts', { count: minutes })
  return new Failure({ code: 'request.too_many', status: 429, message, retryAfterSeconds: Math.max(retryAfterSeconds, 1) })
}
