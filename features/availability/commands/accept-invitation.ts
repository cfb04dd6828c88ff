// oxlint-disable house/commands-record -- what it is made of records itself
import { servedWorkspace } from '#features/people/access.ts'
import { ensureGoodPassword } from '#features/people/rules/password.ts'
import { browserKeepsFor } from '#features/people/rules/sessions.ts'
import { joinSpaces } from '#features/spaces/commands/join-spaces.ts'
import { lockInvitation, type OpenInvitation, requireInvitation } from '#features/workspace/access.ts'
import { acceptInvitation as noteAcceptance } from '#features/workspace/commands/accept-invitation.ts'
import { getWorkspace } from '#features/workspace/queries/get-workspace.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { invalid } from '#platform/contract/failure.ts'
import type { Visit } from '#platform/http/visit.ts'
import { hashPassword } from '#platform/secrets/password-hash.ts'
import type { acceptInvitation as contract } from '../contract/invitations.ts'
import { getPerson } from '../queries/get-person.ts'
import { joinWorkspace } from './join-workspace.ts'
import { refusalText } from '../rules/refusal-texts.ts'

type Input = InputOf<typeof contract>

/** Joins by an invitation, once: of two at the same time the second is told that it was accepted. */
export async function acceptInvitation(visit: Visit, input: Input): Promise<OutputOf<typeof contract>> {
  const { db, now } = visit
  const presented = { workspaceId: servedWorkspace, code: input.code, now }
  const email = emailOf(await requireInvitation(db, presented), input)
  const workspace = await getWorkspace(db, servedWorkspace)
  ensureGoodPassword(input.password, { path: 'password', own: [input.name, input.handle, email, workspace?.name ?? ''] })
  const passwordHash = await hashPassword(input.password)
  const door = { ...visit, workspaceId: servedWorkspace, path: 'handle', tokenName: input.token ? 'Invitation' : null }
  const { role, ...joined } = await db.transaction().execute(async (tx) => {
    const invitation = await lockInvitation(tx, presented)
    const newcomer = await joinWorkspace(tx, door, { ...input, email, role: invitation.role, passwordHash })
    const acceptance = { workspaceId: servedWorkspace, now, personId: newcomer.personId, invitationId: invitation.id, origin: visit }
    await noteAcceptance(tx, acceptance)
    await joinSpaces(tx, { ...acceptance, invitedBy: invitation.invitedBy.id })
    return { ...newcomer, role: invitation.role }
  })
  visit.keepSession(joined.sessionSecret, browserKeepsFor(now))
  const ctx = { ...visit, workspaceId: servedWorkspace, personId: joined.personId, handle: input.handle, role, ifMatch: null }
  return { person: await getPerson(ctx, { handle: input.handle }), token: joined.token }
}

function emailOf(invitation: OpenInvitation, input: Input): string {
  const email = input.email ?? invitation.email
  if (email === null) throw invalid([{ path: 'email', message: () => refusalText('emailMissing') }])
  return email
}
