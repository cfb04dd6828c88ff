// oxlint-disable house/commands-record -- changeProfile records that the person changed
import type { Database } from '#platform/sql/database.ts'
import { changeProfile } from '#features/people/commands/change-profile.ts'
import { requireSubscriber } from '../access/subscriber.ts'

interface Unsubscribing {
  readonly db: Database
  readonly now: Temporal.Instant
  readonly secret: string
  readonly token: string
}

/** Ends deliveries by mail for whom the link was signed. Pressed twice, it has still ended them. */
export async function unsubscribe({ db, now, secret, token }: Unsubscribing): Promise<{ digestMail: false }> {
  const { workspaceId, personId } = requireSubscriber(secret, token)
  await db.transaction().execute((tx) => changeProfile(tx, { workspaceId, personId, now }, { digestMail: false }))
  return { digestMail: false }
}
