import { sql } from 'kysely'
import { z } from 'zod'
import { ensureAdministers } from '#features/workspace/access.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { notFound } from '#platform/contract/failure.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import type { listMails as contract, QueuedMail } from '../contract/mails.ts'

const cursor = z.tuple([z.uuid()])

interface Row extends Omit<QueuedMail, 'to' | 'at' | 'nextAt' | 'sentAt'> {
  readonly handle: string | null
  readonly name: string | null
  readonly at: Temporal.Instant
  readonly nextAt: Temporal.Instant
  readonly sentAt: Temporal.Instant | null
}

/** Mails and pushes, the newest first, for those who administer; in one statement. What went into another is that one's. */
export async function listMails(ctx: Context, { after, limit, state }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  ensureAdministers(ctx)
  const before = readCursor(cursor, after)?.[0]
  const rows = await mails(ctx)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'waiting'))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(mailView)
  return { items, next: rows.length > limit ? cursorOf([items.at(-1)?.id ?? '']) : null }
}

/** One of them, or 404. */
export async function getMail(ctx: Context, { id }: { id: string }): Promise<QueuedMail> {
  ensureAdministers(ctx)
  const row = await mails(ctx).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('mail')
  return mailView(row)
}

function mails({ db, workspaceId }: Context) {
  const rows = sql<Row>`(
    select m.id, m.by, m.address, m.kind, m.attempts, m.queued_at as at, m.next_attempt_at as "nextAt", m.sent_at as "sentAt", p.handle, p.name,
      case when m.state in ('queued', 'sending') then 'waiting' else m.state end as state
    from (
      select id, 'mail' as by, address, kind, attempts, queued_at, next_attempt_at, sent_at, state, person_id from mails
      where workspace_id = ${workspaceId} and state <> 'merged'
      union all
      select id, 'push', service, kind, attempts, queued_at, next_attempt_at, sent_at, state, person_id from pushes
      where workspace_id = ${workspaceId} and state <> 'merged'
    ) m left join people p on p.workspace_id = ${workspaceId} and p.id = m.person_id
  )`
  return db.selectFrom(rows.as('listed')).selectAll()
}

function mailView({ handle, name, at, nextAt, sentAt, ...mail }: Row): QueuedMail {
  return {
    ...mail,
    to: handle === null ? null : { handle, name: name ?? '' },
    at: at.toString(),
    nextAt: mail.state === 'waiting' ? nextAt.toString() : null,
    sentAt: sentAt?.toString() ?? null,
  }
}
