import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { readWords } from '#platform/mail/keep-words.ts'
import type { KeptWords } from '#platform/text/kept-words.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Scheduled } from '../contract/scheduled.ts'

type Instant = Temporal.Instant

interface ScheduledRow {
  readonly id: string
  readonly state: string
  readonly threadId: string | null
  readonly message: string
  readonly sendAt: Instant
  readonly version: number
  readonly at: Instant
  readonly reason: KeptWords | null
  readonly sentId: string | null
  readonly number: number | null
  readonly title: string | null
  readonly slug: string | null
  readonly spaceName: string | null
}

/** What the reader sends later, with the thread it goes to as far as they may see it. Narrow it, order it, then `toScheduled` every row. */
export function scheduledRows(ctx: Context) {
  const { db, workspaceId, personId } = ctx
  return db
    .selectFrom(
      sql<ScheduledRow>`(
        select c.id, c.state, c.thread_id as "threadId", c.message, c.send_at as "sendAt", c.version, c.made_at as at, c.reason,
          c.sent_id as "sentId", t.number, t.title, s.slug, s.name as "spaceName"
        from scheduled c
        left join threads t on t.workspace_id = c.workspace_id and t.id = c.thread_id and t.space_id in ${visibleSpaces(ctx)}
        left join spaces s on s.workspace_id = t.workspace_id and s.id = t.space_id
        where c.workspace_id = ${workspaceId} and c.person_id = ${personId})`.as('scheduled'),
    )
    .selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof scheduledRows>['execute']>>[number]

/** As it is answered to its author. */
export function toScheduled({ languages }: Pick<Context, 'languages'>, { number, title, slug, spaceName, ...row }: Row): Scheduled {
  const isThere = number !== null && title !== null && slug !== null && spaceName !== null
  return {
    id: row.id,
    opens: row.threadId === null ? 'thread' : 'post',
    state: row.state === 'kept' ? 'kept' : 'waiting',
    reason: readWords(row.reason, languages),
    sendAt: row.sendAt.toString(),
    thread: isThere ? { number, title, space: { slug, name: spaceName } } : null,
    message: JSON.parse(row.message) as Scheduled['message'],
    version: row.version,
    at: row.at.toString(),
  }
}
