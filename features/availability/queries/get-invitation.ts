import { servedWorkspace } from '#features/people/access.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import { requireInvitation } from '#features/workspace/access.ts'
import { getWorkspace } from '#features/workspace/queries/get-workspace.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import type { Visit } from '#platform/http/visit.ts'
import type { getInvitation as contract } from '../contract/invitations.ts'

/** What an invitation is to, for whoever holds its code: private spaces only while whoever invites is in them, as for accepting it. */
export async function getInvitation({ db, now }: Visit, { code }: { code: string }): Promise<OutputOf<typeof contract>> {
  const { id, email, role, expiresAt, invitedBy } = await requireInvitation(db, { workspaceId: servedWorkspace, code, now })
  const workspace = await getWorkspace(db, servedWorkspace)
  const spaces = await db
    .selectFrom('invitation_spaces as named')
    .innerJoin('spaces', (join) => join.onRef('spaces.workspace_id', '=', 'named.workspace_id').onRef('spaces.id', '=', 'named.space_id'))
    .where('named.workspace_id', '=', servedWorkspace)
    .where('named.invitation_id', '=', id)
    .where('spaces.id', 'in', visibleSpaces({ workspaceId: servedWorkspace, personId: invitedBy.id, role: 'member' }))
    .orderBy('spaces.slug')
    .select(['spaces.slug', 'spaces.name'])
    .execute()
  return {
    workspace: { name: workspace?.name ?? '' },
    email,
    role,
    spaces,
    invitedBy: { handle: invitedBy.handle, name: invitedBy.name },
    expiresAt: expiresAt.toString(),
  }
}
