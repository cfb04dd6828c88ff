// oxlint-disable house/commands-record -- a mail is a row of its own, not a fact about the work
import { sql } from 'kysely'
import type { PositionedEvent } from '#platform/contract/event.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { toldByMail } from '../mail/sign-in.ts'
import { tried } from './queue-mails.ts'

interface At {
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/** Queues word of each change to how somebody signs in, to them, whatever else they take by mail. */
export async function queueSignInMails(tx: Tx, { workspaceId, now }: At, events: readonly PositionedEvent[]): Promise<void> {
  const told: readonly string[] = toldByMail
  const mails = events
    .filter(({ type }) => told.includes(type))
    .map(({ id, subject }) => ({ id: newId(now), event: id, person: subject['personId'] }))
  if (mails.length === 0) return
  await sql`
    insert into mails (workspace_id, id, person_id, address, kind, event_id, state, queued_at, next_attempt_at, park_after)
    select p.workspace_id, m.id, p.id, p.email, 'sign-in', m.event, 'queued', ${now}::timestamptz, ${now}::timestamptz, ${now.add(tried)}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) as m (id uuid, event uuid, person uuid)
      join people p on p.workspace_id = ${workspaceId} and p.id = m.person
    where p.email is not null
  `.execute(tx)
}
