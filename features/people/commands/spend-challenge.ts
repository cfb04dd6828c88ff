// oxlint-disable house/commands-record -- a question to a passkey is no fact; what its answer brings about is
import { challengeOf } from '#platform/passkeys/passkey.ts'
import { secretHash } from '#platform/secrets/secret.ts'
import type { Database } from '#platform/sql/database.ts'
import { servedWorkspace } from '../access.ts'
import type { Asked } from './issue-challenge.ts'

interface At {
  /** Outside the caller's transaction: an answer uses its challenge up even when it is refused. */
  readonly db: Database
  readonly now: Temporal.Instant
}

/** The challenge that an answer says it signed, if it was asked of this browser or session for this purpose; null otherwise, and the second time. */
export async function spendChallenge({ db, now }: At, { purpose, boundTo }: Asked, clientDataJSON: string): Promise<string | null> {
  const spent = await db
    .deleteFrom('passkey_challenges')
    .where('workspace_id', '=', servedWorkspace)
    .where('challenge', '=', challengeOf(clientDataJSON) ?? '')
    .where('purpose', '=', purpose)
    .where('bound_hash', '=', secretHash(boundTo))
    .where('expires_at', '>', now)
    .returning('challenge')
    .executeTakeFirst()
  return spent?.challenge ?? null
}
