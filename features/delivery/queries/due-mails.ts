import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'

/** When the next mail is due to be sent; null when none waits. */
export async function nextMail(db: Database, workspaceId: number): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('mails')
    .where('workspace_id', '=', workspaceId)
    .where('state', 'in', [sql.lit('queued'), sql.lit('sending')])
    .select('next_attempt_at')
    .orderBy('next_attempt_at')
    .limit(1)
    .executeTakeFirst()
  return row?.next_attempt_at ?? null
}

/** Mails that are due, the longest waiting first, and of one person's the first only: their next leaves when it is known how that ended. */
export async function dueMails(
  db: Database,
  workspaceId: number,
  { due, limit }: { due: Temporal.Instant; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select distinct on (coalesce(person_id, id)) id, next_attempt_at from mails
      where workspace_id = ${workspaceId} and state in ('queued', 'sending') and next_attempt_at <= ${due}
      order by coalesce(person_id, id), next_attempt_at
    ) first order by next_attempt_at limit ${limit}
  `.execute(db)
  return rows.map(({ id }) => id)
}
