// oxlint-disable house/commands-record -- the invitation records itself
import { makeInvitation as keepInvitation } from '#features/workspace/commands/make-invitation.ts'
import { mayInvite } from '#features/workspace/policy.ts'
import { mailLimits } from '#features/workspace/rules/invitations.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { conflict, forbidden, notFound } from '#platform/contract/failure.ts'
import { countAttempt } from '#platform/limits/attempts.ts'
import type { Database } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import type { makeInvitation as contract } from '../contract/invitations.ts'
import { type JoinableSpace, spacesToInviteTo } from '../queries/spaces-to-invite-to.ts'
import { refusalText } from '../rules/refusal-texts.ts'

interface Post {
  readonly serverSecret: string
  /** The address links are made from. */
  readonly url: string
  /** Outside any transaction, for what counts even when it is refused. */
  readonly counts: Database
}

/** Invites somebody by a link that is shown once. Throws `invitation.not_allowed`, `space.not_member` and 404 for spaces not visible. */
export async function makeInvitation(
  ctx: Context,
  input: InputOf<typeof contract>,
  { serverSecret, url, counts }: Post,
): Promise<OutputOf<typeof contract>> {
  if (input.email !== undefined)
    await countAttempt({ db: counts, workspaceId: ctx.workspaceId, now: ctx.now }, mailLimits(ctx.personId, input.email))
  return transact(ctx, async (tx) => {
    const within = { ...ctx, db: tx }
    const spaces = await spacesToInviteTo(within, input.spaces)
    input.spaces.forEach((slug, index) => ensureJoinable(ctx, spaces.get(slug), `spaces.${index}`))
    if (!mayInvite(ctx.role, input.role, spaces.size > 0)) throw notAllowed()
    const chosen = [...spaces.values()]
    const invitation = { email: input.email ?? null, role: input.role, spaceIds: chosen.map((space) => space.id) }
    const { id, code, expiresAt } = await keepInvitation(tx, { ...within, serverSecret }, invitation)
    const { name } = await tx
      .selectFrom('people')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', ctx.personId)
      .select('name')
      .executeTakeFirstOrThrow()
    return {
      id,
      email: invitation.email,
      role: input.role,
      spaces: chosen.map(({ slug, name: spaceName }) => ({ slug, name: spaceName })),
      invitedBy: { handle: ctx.handle, name },
      at: ctx.now.toString(),
      expiresAt: expiresAt.toString(),
      code,
      url: `${url}/invitations/${code}`,
    }
  })
}

function ensureJoinable(ctx: Context, space: JoinableSpace | undefined, path: string): void {
  if (!space) throw notFound('space', path)
  if (space.archived) throw conflict('space.archived', () => refusalText('inviteArchived', { name: space.name }))
  if (ctx.role === 'member' && !space.member)
    throw forbidden('space.not_member', () => refusalText('inviteNotMember', { name: space.name }))
}

const notAllowed = () => forbidden('invitation.not_allowed', () => refusalText('invitationNotAllowed'))
