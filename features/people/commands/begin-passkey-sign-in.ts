// oxlint-disable house/commands-record -- a question to a passkey is no fact; the session that its answer begins is
import type { OutputOf } from '#platform/contract/endpoint.ts'
import type { Visit } from '#platform/http/visit.ts'
import { countAttempt } from '#platform/limits/attempts.ts'
import { networkOf } from '#platform/limits/network-of.ts'
import { requestOptions } from '#platform/passkeys/passkey.ts'
import { newSecret } from '#platform/secrets/secret.ts'
import { type SignInKeys, requireRelyingParty, servedWorkspace } from '../access.ts'
import type { beginPasskeySignIn as contract } from '../contract/passkeys.ts'
import { passkeyLimits } from '../rules/sign-in-limits.ts'
import { issueChallenge } from './issue-challenge.ts'

/** Asks for any passkey the browser has for this Baton; only this browser may answer. */
export async function beginPasskeySignIn(visit: Visit, keys: SignInKeys): Promise<OutputOf<typeof contract>> {
  const rp = requireRelyingParty(keys)
  await countAttempt({ db: visit.db, workspaceId: servedWorkspace, now: visit.now }, passkeyLimits(networkOf(visit.address)).begun)
  const door = visit.doorSecret ?? newSecret()
  const options = await requestOptions(rp)
  await issueChallenge(visit, { purpose: 'sign in', boundTo: door }, options.challenge)
  visit.keepDoor(door)
  return options
}
