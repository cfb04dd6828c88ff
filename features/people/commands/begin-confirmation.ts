// oxlint-disable house/commands-record -- a question to a passkey is no fact
import type { Context } from '#platform/context.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import type { Visit } from '#platform/http/visit.ts'
import { requestOptions } from '#platform/passkeys/passkey.ts'
import { requireRelyingParty, type SignInKeys } from '../access.ts'
import type { beginConfirmation as contract } from '../contract/passkeys.ts'
import { credentialsOf } from '../queries/credentials-of.ts'
import { issueChallenge } from './issue-challenge.ts'

/** Asks for one of one's own passkeys; only this session may answer. */
export async function beginConfirmation(ctx: Context, visit: Visit, keys: SignInKeys): Promise<OutputOf<typeof contract>> {
  const options = await requestOptions(requireRelyingParty(keys), await credentialsOf(ctx))
  await issueChallenge(ctx, { purpose: 'confirm', boundTo: visit.identity?.id ?? '' }, options.challenge)
  return options
}
