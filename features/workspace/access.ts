import { sql } from 'kysely'
import type { Context, Role } from '#platform/context.ts'
import { conflict, type Failure, forbidden, notFound } from '#platform/contract/failure.ts'
import { derivedSecret, secretHash } from '#platform/secrets/secret.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import type { WorkspaceSettings } from './contract/settings.ts'
import { mayAdminister, mayInvite, mayWithdrawInvitation } from './policy.ts'
import { refusalText } from './rules/refusal-texts.ts'

/** Refuses (403) whoever does not run the workspace. */
export function ensureAdministers({ role }: Pick<Context, 'role'>): void {
  if (!mayAdminister(role)) throw forbidden('workspace.not_administrator', () => refusalText('notAdministrator'))
}

/** What holds for the whole workspace, held by who administers it against other changes until the transaction ends. */
export async function lockSettings(tx: Tx, ctx: Context): Promise<WorkspaceSettings> {
  ensureAdministers(ctx)
  return tx
    .selectFrom('workspaces')
    .where('id', '=', ctx.workspaceId)
    .select(['name', 'slug', 'back_and_forth as backAndForth'])
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

/** The code of an invitation, of which a hash is stored: whoever holds the server's secret can write it again, into a mail. */
export function invitationCode(serverSecret: string, invitationId: string): string {
  return derivedSecret(serverSecret, `invitation ${invitationId}`)
}

export interface OpenInvitation {
  readonly id: string
  readonly email: string | null
  readonly role: 'admin' | 'member' | 'guest'
  readonly expiresAt: Temporal.Instant
  readonly invitedBy: { readonly id: string; readonly handle: string; readonly name: string }
}

interface Presented {
  readonly workspaceId: number
  readonly code: string
  readonly now: Temporal.Instant
}

/**
 * The invitation a code stands for. Refused: an unknown or withdrawn one (404), one that was accepted or has expired (409), and one whose
 * maker could not make it any more (404).
 */
export async function requireInvitation(db: Database | Tx, presented: Presented): Promise<OpenInvitation> {
  const found = await byCode(db, presented).executeTakeFirst()
  return ensureOpen(found, presented.now)
}

/** As `requireInvitation`, held against a second acceptance until the transaction ends. */
export async function lockInvitation(tx: Tx, presented: Presented): Promise<OpenInvitation> {
  await byCode(tx, presented).forUpdate('invitations').execute()
  // Read once more: who waited for the lock must see what was done meanwhile.
  return requireInvitation(tx, presented)
}

function byCode(db: Database | Tx, { workspaceId, code }: Presented) {
  return db
    .selectFrom('invitations')
    .innerJoin('people as inviter', (join) =>
      join.onRef('inviter.workspace_id', '=', 'invitations.workspace_id').onRef('inviter.id', '=', 'invitations.invited_by'),
    )
    .where('invitations.workspace_id', '=', workspaceId)
    .where('invitations.code_hash', '=', secretHash(code))
    .select([
      'invitations.id',
      'invitations.email',
      'invitations.expires_at as expiresAt',
      'inviter.id as inviterId',
      'inviter.handle',
      'inviter.name',
    ])
    .select([sql<OpenInvitation['role']>`invitations.role`.as('role'), sql<Role>`inviter.role`.as('inviterRole')])
    .select([
      sql<boolean>`exists (select from invitation_acceptances a
        where a.workspace_id = invitations.workspace_id and a.invitation_id = invitations.id)`.as('accepted'),
      sql<boolean>`exists (select from person_deactivations gone
        where gone.workspace_id = invitations.workspace_id and gone.person_id = invitations.invited_by)`.as('inviterGone'),
      sql<boolean>`exists (select from invitation_spaces s
        where s.workspace_id = invitations.workspace_id and s.invitation_id = invitations.id)`.as('toSpaces'),
    ])
}

type Found = Awaited<ReturnType<ReturnType<typeof byCode>['execute']>>[number]

function ensureOpen(found: Found | undefined, now: Temporal.Instant): OpenInvitation {
  if (!found || found.inviterGone || !mayInvite(found.inviterRole, found.role, found.toSpaces)) throw notFound('invitation')
  if (found.accepted) throw alreadyAccepted()
  if (Temporal.Instant.compare(found.expiresAt, now) <= 0) throw conflict('invitation.expired', () => refusalText('invitationExpired'))
  const { id, email, role, expiresAt, inviterId, handle, name } = found
  return { id, email, role, expiresAt, invitedBy: { id: inviterId, handle, name } }
}

/** An invitation that was not accepted, held until the transaction ends by who made it or administers; to others it does not exist. */
export async function lockOwnInvitation(tx: Tx, ctx: Context, id: string): Promise<{ email: string | null }> {
  const invitation = await tx
    .selectFrom('invitations')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .select(['email', 'invited_by as invitedBy'])
    .forUpdate()
    .executeTakeFirst()
  if (!invitation || !mayWithdrawInvitation(ctx, invitation)) throw notFound('invitation')
  const accepted = await tx
    .selectFrom('invitation_acceptances')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('invitation_id', '=', id)
    .select('person_id')
    .executeTakeFirst()
  if (accepted) throw alreadyAccepted()
  return invitation
}

const alreadyAccepted = (): Failure => conflict('invitation.already_accepted', () => refusalText('invitationAccepted'))
