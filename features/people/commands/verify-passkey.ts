// oxlint-disable house/commands-record -- a passkey that is looked at is no fact; the session that it begins or confirms is
import { verifiedRequest } from '#platform/passkeys/passkey.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { type SignInKeys, requireRelyingParty, servedWorkspace } from '../access.ts'
import type { PasskeySigned } from '../contract/passkeys.ts'
import type { Asked } from './issue-challenge.ts'
import { spendChallenge } from './spend-challenge.ts'

interface Answer extends Asked {
  readonly signed: PasskeySigned
  readonly keys: SignInKeys
}

interface Verified {
  readonly personId: string
  /** Moves its counter on; false when another use at the same time moved it further. */
  readonly spend: (tx: Tx) => Promise<boolean>
}

/** Whose passkey signed what it was asked to, if it did; the challenge is used up in any case. */
export async function verifyPasskey(
  at: { readonly db: Database; readonly now: Temporal.Instant },
  answer: Answer,
): Promise<Verified | null> {
  const { signed, keys } = answer
  const rp = requireRelyingParty(keys)
  const challenge = await spendChallenge(at, answer, signed.response.clientDataJSON)
  const passkey = await passkeyBy(at.db, signed.id)
  if (challenge === null || !passkey) return null
  const { personId } = passkey
  const handle = signed.response.userHandle
  if (handle && Buffer.from(handle, 'base64url').toString() !== personId) return null
  const counter = await verifiedRequest(signed, { rp, challenge, passkey })
  return counter === null ? null : { personId, spend: (tx) => moveCounter(tx, at.now, { id: passkey.id, counter }) }
}

function passkeyBy(db: Database, credentialId: string) {
  return db
    .selectFrom('passkeys')
    .where('workspace_id', '=', servedWorkspace)
    .where('credential_id', '=', credentialId)
    .select(['id', 'person_id as personId', 'credential_id as credentialId', 'public_key as publicKey', 'counter'])
    .executeTakeFirst()
}

/** Those that keep no counter always say 0. */
async function moveCounter(tx: Tx, now: Temporal.Instant, { id, counter }: { id: string; counter: number }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkeys')
    .set({ counter, used_at: now })
    .where('workspace_id', '=', servedWorkspace)
    .where('id', '=', id)
    .where((where) => where.or([where('counter', '<', counter), where.and([where('counter', '=', 0), where.val(counter === 0)])]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
