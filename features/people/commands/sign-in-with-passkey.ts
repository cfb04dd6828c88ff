// oxlint-disable house/commands-record -- the session that begins records itself
import type { InputOf } from '#platform/contract/endpoint.ts'
import type { Visit } from '#platform/http/visit.ts'
import { countAttempt, forgiveAttempt } from '#platform/limits/attempts.ts'
import { networkOf } from '#platform/limits/network-of.ts'
import { servedWorkspace, type SignInKeys } from '../access.ts'
import type { signInWithPasskey as contract } from '../contract/passkey-sign-in.ts'
import type { SignedIn } from '../contract/sign-in.ts'
import { findAccount } from '../queries/find-account.ts'
import { passkeyRefused } from '../rules/failures.ts'
import { passkeyLimits } from '../rules/sign-in-limits.ts'
import { beginSession } from './begin-session.ts'
import { noteRefusal } from './note-refusal.ts'
import { verifyPasskey } from './verify-passkey.ts'

/** Signs a browser in with a passkey that answered what this browser asked. It is both factors: something one has, and who one is to it. */
export async function signInWithPasskey(visit: Visit, { passkey }: InputOf<typeof contract>, keys: SignInKeys): Promise<SignedIn> {
  const place = { db: visit.db, workspaceId: servedWorkspace, now: visit.now }
  const { failed } = passkeyLimits(networkOf(visit.address))
  await countAttempt(place, failed)
  const boundTo = visit.doorSecret ?? ''
  const verified = await verifyPasskey(visit, { purpose: 'sign in', boundTo, signed: passkey, keys })
  const account = verified && (await findAccount(visit.db, { id: verified.personId }))
  if (!verified || !account || account.deactivated) {
    await noteRefusal(visit, { personId: verified?.personId ?? null, way: 'passkey' })
    throw passkeyRefused()
  }
  await forgiveAttempt(place, failed)
  return beginSession(visit, account, {
    proof: 'passkey',
    secret: keys.secret,
    spend: async (tx) => {
      if (!(await verified.spend(tx))) throw passkeyRefused()
    },
  })
}
