import { sql } from 'kysely'
import type { Context, Role } from '#platform/context.ts'
import { Failure, type Said } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import { keepWords } from '#platform/mail/keep-words.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { isUnavailable } from '#platform/sql/unavailable.ts'
import type { ScheduledKept } from '../events.ts'
import { batonFailed } from '../rules/sending.ts'
import { sendMessage } from './send-message.ts'
import { refusalText } from '../rules/refusal-texts.ts'

interface Sending {
  readonly db: Database
  readonly workspaceId: number
  /** The instant of sending: everything is planned from it. */
  readonly now: Temporal.Instant
  /** What was to leave by then does. */
  readonly due: Temporal.Instant
}

/**
 * Sends the next thing whose moment has come, as its author would now: it leaves and is marked so in one transaction, so that it leaves once however
 * this ends. What is refused is kept with the reason, for its author to be told. Returns 0 when nothing is due.
 */
export async function sendScheduled(sending: Sending): Promise<number> {
  const id = await nextDue(sending)
  if (id === null) return 0
  try {
    await sending.db.transaction().execute((tx) => leave(tx, sending, id))
  } catch (error) {
    if (isUnavailable(error)) throw error
    await keep(sending, id, error instanceof Failure ? error.say : batonFailed)
    if (!(error instanceof Failure)) throw error
  }
  return 1
}

async function nextDue({ db, workspaceId, due }: Sending): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from scheduled where workspace_id = ${workspaceId} and state = 'waiting' and send_at <= ${due} order by send_at, id limit 1
  `.execute(db)
  return rows[0]?.id ?? null
}

interface Leaving {
  readonly id: string
  readonly threadId: string | null
  readonly message: string
  readonly personId: string
  readonly handle: string
  readonly role: Role
  readonly deactivated: boolean
}

async function leave(tx: Tx, sending: Sending, id: string): Promise<void> {
  const { workspaceId, now } = sending
  const leaving = await lockDue(tx, sending, id)
  // Changed or taken back at this very moment.
  if (!leaving) return
  const { threadId, message, personId, handle, role, deactivated } = leaving
  if (deactivated) throw new Failure({ code: 'scheduled.author_gone', status: 403, message: () => refusalText('authorGone') })
  // Nobody is answered, so that no address has to be signed.
  const unasked = { requestId: id, ifMatch: null, sign: () => '' }
  const ctx: Context = { db: tx, workspaceId, personId, handle, role, now, ...unasked }
  const sentId = await sendMessage(ctx, { threadId, fields: JSON.parse(message) as Record<string, unknown> })
  await sql`
    update scheduled set state = 'sent', sent_id = ${sentId}, message = '{}' where workspace_id = ${workspaceId} and id = ${id}
  `.execute(tx)
}

async function lockDue(tx: Tx, { workspaceId, due }: Sending, id: string): Promise<Leaving | undefined> {
  const { rows } = await sql<Leaving>`
    select c.id, c.thread_id as "threadId", c.message, c.person_id as "personId", p.handle, p.role,
      exists (select from person_deactivations gone where gone.workspace_id = p.workspace_id and gone.person_id = p.id) as deactivated
    from scheduled c join people p on p.workspace_id = c.workspace_id and p.id = c.person_id
    where c.workspace_id = ${workspaceId} and c.id = ${id} and c.state = 'waiting' and c.send_at <= ${due}
    for update of c
  `.execute(tx)
  return rows[0]
}

/** Unless its author has changed or taken it back since. */
async function keep({ db, workspaceId, now, due }: Sending, id: string, reason: Said): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ personId: string }>`
      update scheduled set state = 'kept', reason = ${JSON.stringify(keepWords(reason))}::jsonb
      where workspace_id = ${workspaceId} and id = ${id} and state = 'waiting' and send_at <= ${due} returning person_id as "personId"
    `.execute(tx)
    const personId = rows[0]?.personId
    if (personId === undefined) return
    const subject = { scheduledId: id, personId } satisfies ScheduledKept['subject']
    await record(tx, { workspaceId, personId: null, now }, { type: 'scheduled.kept', subject })
  })
}
