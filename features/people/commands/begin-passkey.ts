// oxlint-disable house/commands-record -- a question to a browser is no fact; the passkey that it makes is
import type { Context } from '#platform/context.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import type { Visit } from '#platform/http/visit.ts'
import { creationOptions } from '#platform/passkeys/passkey.ts'
import { requireRecentProof, requireRelyingParty, type SignInKeys } from '../access.ts'
import type { beginPasskey as contract } from '../contract/passkeys.ts'
import { credentialsOf } from '../queries/credentials-of.ts'
import { issueChallenge } from './issue-challenge.ts'

/** What a browser is told to make a passkey for whoever asks; only this session may bring it back. */
export async function beginPasskey(ctx: Context, visit: Visit, keys: SignInKeys): Promise<OutputOf<typeof contract>> {
  const rp = requireRelyingParty(keys)
  await requireRecentProof(ctx, visit)
  const { name, email, workspace } = await ctx.db
    .selectFrom('people')
    .innerJoin('workspaces', 'workspaces.id', 'people.workspace_id')
    .where('people.workspace_id', '=', ctx.workspaceId)
    .where('people.id', '=', ctx.personId)
    .select(['people.name', 'people.email', 'workspaces.name as workspace'])
    .executeTakeFirstOrThrow()
  const owner = { id: ctx.personId, name, account: email ?? ctx.handle, known: await credentialsOf(ctx) }
  const options = await creationOptions(rp, `Baton, ${workspace}`, owner)
  await issueChallenge(ctx, { purpose: 'add', boundTo: visit.identity?.id ?? '' }, options.challenge)
  return options
}
