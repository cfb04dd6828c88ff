import { mayAdminister, mayInvite } from '#features/workspace/policy.ts'
import { getWorkspace } from '#features/workspace/queries/get-workspace.ts'
import type { Context } from '#platform/context.ts'
import type { Me } from '../contract/people.ts'
import { getPerson } from './get-person.ts'

/** Who asks, the workspace, and what they may do in it: two statements. */
export async function getMe(ctx: Context): Promise<Me> {
  const [person, workspace] = await Promise.all([getPerson(ctx, { handle: 'me' }), getWorkspace(ctx.db, ctx.workspaceId)])
  if (!workspace) throw new Error('A person is identified in a workspace that does not exist.')
  return {
    person,
    workspace,
    may: {
      administer: mayAdminister(ctx.role),
      invite: mayInvite(ctx.role, 'member', false),
      inviteGuests: mayInvite(ctx.role, 'guest', true),
      makeSpaces: ctx.role !== 'guest',
    },
  }
}
