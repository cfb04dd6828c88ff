// oxlint-disable house/commands-record -- a question to a passkey is no fact; what its answer brings about is
import { secretHash } from '#platform/secrets/secret.ts'
import type { Database } from '#platform/sql/database.ts'
import { servedWorkspace } from '../access.ts'
import { challengeExpiry } from '../rules/codes.ts'

/** What a challenge is for, and who may answer it: a browser by its secret, a session by its id. */
export interface Asked {
  readonly purpose: 'sign in' | 'confirm' | 'add'
  readonly boundTo: string
}

interface At {
  readonly db: Database
  readonly now: Temporal.Instant
}

/** Keeps what a passkey is asked to sign, for the one answer it may get. */
export async function issueChallenge({ db, now }: At, { purpose, boundTo }: Asked, challenge: string): Promise<void> {
  await db
    .insertInto('passkey_challenges')
    .values({ workspace_id: servedWorkspace, challenge, purpose, bound_hash: secretHash(boundTo), expires_at: challengeExpiry(now) })
    .execute()
}
