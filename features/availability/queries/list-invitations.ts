import { sql } from 'kysely'
import { z } from 'zod'
import { visibleSpaces } from '#features/spaces/access.ts'
import { mayAdminister } from '#features/workspace/policy.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import type { Invitation, listInvitations as contract } from '../contract/invitations.ts'

const cursor = z.tuple([z.uuid()])

/** Invitations that can still be accepted, the newest first: all for owners and admins, one's own for others; in two statements. */
export async function listInvitations(ctx: Context, { after, limit }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const before = readCursor(cursor, after)?.[0]
  const rows = await openInvitations(ctx)
    .$if(before !== undefined, (query) => query.where('invitations.id', '<', before ?? ''))
    .orderBy('invitations.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const spaces = await spacesOf(
    ctx,
    shown.map((row) => row.id),
  )
  const items = shown.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    spaces: spaces.flatMap(({ invitationId, slug, name }) => (invitationId === row.id ? [{ slug, name }] : [])),
    invitedBy: { handle: row.handle, name: row.name },
    at: row.at.toString(),
    expiresAt: row.expiresAt.toString(),
  }))
  return { items, next: rows.length > limit ? cursorOf([shown.at(-1)?.id ?? '']) : null }
}

function openInvitations(ctx: Context) {
  return ctx.db
    .selectFrom('invitations')
    .innerJoin('people', (join) =>
      join.onRef('people.workspace_id', '=', 'invitations.workspace_id').onRef('people.id', '=', 'invitations.invited_by'),
    )
    .leftJoin('invitation_acceptances as accepted', (join) =>
      join.onRef('accepted.workspace_id', '=', 'invitations.workspace_id').onRef('accepted.invitation_id', '=', 'invitations.id'),
    )
    .where('invitations.workspace_id', '=', ctx.workspaceId)
    .where('invitations.expires_at', '>', ctx.now)
    .where('accepted.invitation_id', 'is', null)
    .$if(!mayAdminister(ctx.role), (query) => query.where('invitations.invited_by', '=', ctx.personId))
    .select([
      'invitations.id',
      'invitations.email',
      'invitations.created_at as at',
      'invitations.expires_at as expiresAt',
      'people.handle',
      'people.name',
    ])
    .select(sql<Invitation['role']>`invitations.role`.as('role'))
}

function spacesOf(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .selectFrom('invitation_spaces as named')
    .innerJoin('spaces', (join) => join.onRef('spaces.workspace_id', '=', 'named.workspace_id').onRef('spaces.id', '=', 'named.space_id'))
    .where('named.workspace_id', '=', ctx.workspaceId)
    .where('named.invitation_id', '=', anyOf(ids))
    .where('spaces.id', 'in', visibleSpaces(ctx))
    .orderBy('spaces.slug')
    .select(['named.invitation_id as invitationId', 'spaces.slug', 'spaces.name'])
    .execute()
}
