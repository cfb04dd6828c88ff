import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { requireSpace } from '../access.ts'
import type { listMembers as contract, Member } from '../contract/space.ts'

const cursor = z.tuple([z.string()])

/** The members of a space, by handle; whoever is deactivated is left out. */
export async function listMembers(ctx: Context, { slug, after, limit }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const space = await requireSpace(ctx.db, ctx, slug)
  const last = readCursor(cursor, after)
  let members = ctx.db
    .selectFrom('space_members')
    .innerJoin('people', (join) =>
      join.onRef('people.workspace_id', '=', 'space_members.workspace_id').onRef('people.id', '=', 'space_members.person_id'),
    )
    .leftJoin('person_deactivations as gone', (join) =>
      join.onRef('gone.workspace_id', '=', 'people.workspace_id').onRef('gone.person_id', '=', 'people.id'),
    )
    .where('space_members.workspace_id', '=', ctx.workspaceId)
    .where('space_members.space_id', '=', space.id)
    .where('gone.person_id', 'is', null)
    .select(['people.handle', 'people.name', 'space_members.joined_at as joinedAt'])
    .select(sql<Member['role']>`people.role`.as('role'))
    .orderBy('people.handle')
    .limit(limit + 1)
  if (last) members = members.where('people.handle', '>', last[0])
  const rows = await members.execute()
  const page = rows.slice(0, limit)
  return {
    items: page.map(({ handle, name, role, joinedAt }) => ({ person: { handle, name }, role, at: joinedAt.toString() })),
    next: rows.length > limit ? cursorOf([page.at(-1)?.handle ?? '']) : null,
  }
}
