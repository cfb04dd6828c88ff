// oxlint-disable house/commands-record -- a mail is a row of its own, not a fact about the work
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { tried } from './queue-mails.ts'

interface At {
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/** Queues the mail of each invitation that names an address: an answer to the inviter's own act, sent at once at any hour. One that is sent again is the same mail once more. */
export async function queueInvitations(tx: Tx, { workspaceId, now }: At, invitations: readonly string[]): Promise<void> {
  if (invitations.length === 0) return
  await sql`
    insert into mails (workspace_id, id, address, kind, invitation_id, state, queued_at, next_attempt_at, park_after)
    select workspace_id, id, email, 'invitation', id, 'queued', ${now}::timestamptz, ${now}::timestamptz, ${now.add(tried)}::timestamptz
    from invitations where workspace_id = ${workspaceId} and id = any(${[...invitations]}::uuid[]) and email is not null
    on conflict (workspace_id, id) do update set state = 'queued', attempts = 0, queued_at = excluded.queued_at, sent_at = null,
      next_attempt_at = excluded.next_attempt_at, park_after = excluded.park_after, last_error = null
  `.execute(tx)
}
