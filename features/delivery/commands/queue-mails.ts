// oxlint-disable house/commands-record -- a mail is a row of its own, not a fact about the work
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import type { Brought } from './bring.ts'

/** How long sending is tried before a mail is parked for an administrator to see. */
export const tried = { hours: 24 } as const

/**
 * Queues a mail for each delivery to somebody who takes mail. What could not be sent to them before goes into it; not what may have been
 * sent already: that is sent again as it was, under its own Message-ID.
 */
export async function queueMails(
  tx: Tx,
  { workspaceId, now }: { workspaceId: number; now: Temporal.Instant },
  brought: readonly Brought[],
): Promise<void> {
  const mails = brought.flatMap(({ deliveryId, personId, kind, address }) =>
    address ? [{ id: newId(now), deliveryId, personId, kind, address }] : [],
  )
  if (mails.length === 0) return
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) as m (id uuid, "deliveryId" uuid, "personId" uuid, kind text, address text)
    ), waiting as (
      select mail.id, given.id as into_id from given join mails mail
        on mail.workspace_id = ${workspaceId} and mail.person_id = given."personId" and mail.state = 'queued' and mail.delivery_id is not null
      for update of mail
    ), merged as (
      update mails set state = 'merged', merged_into = waiting.into_id from waiting
      where mails.workspace_id = ${workspaceId} and (mails.id = waiting.id or mails.merged_into = waiting.id)
    )
    insert into mails (workspace_id, id, person_id, address, kind, delivery_id, state, queued_at, next_attempt_at, park_after)
    select ${workspaceId}::integer, id, "personId", address, kind, "deliveryId", 'queued', ${now}::timestamptz, ${now}::timestamptz, ${now.add(tried)}::timestamptz
    from given
  `.execute(tx)
}
