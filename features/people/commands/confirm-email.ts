// oxlint-disable house/commands-record -- part of joining, which records itself
import type { Tx } from '#platform/sql/database.ts'

interface Confirmed {
  readonly workspaceId: number
  readonly now: Temporal.Instant
  readonly personId: string
  readonly email: string
}

/** Notes that an address is known to be the person's own. */
export async function confirmEmail(tx: Tx, { workspaceId, now, personId, email }: Confirmed): Promise<void> {
  await tx
    .insertInto('email_confirmations')
    .values({ workspace_id: workspaceId, person_id: personId, email, confirmed_at: now })
    .onConflict((known) => known.columns(['workspace_id', 'person_id']).doUpdateSet({ email, confirmed_at: now }))
    .execute()
}
