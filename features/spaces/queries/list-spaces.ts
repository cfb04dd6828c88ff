import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { requirePerson } from '#features/people/access.ts'
import type { listSpaces as contract } from '../contract/space.ts'
import { spaceRows, toSpace } from './space-rows.ts'

const cursor = z.tuple([z.string()])

/** The spaces the reader may see, by slug, in one statement; one more for somebody else who is named. */
export async function listSpaces(
  ctx: Context,
  { archived, member, after, limit }: InputOf<typeof contract>,
): Promise<OutputOf<typeof contract>> {
  const last = readCursor(cursor, after)
  let spaces = spaceRows(ctx)
    .where('spaces.direct', '=', false)
    .where('archive.space_id', archived === 'true' ? 'is not' : 'is', null)
    .orderBy('spaces.slug')
    .limit(limit + 1)
  if (member === 'me') spaces = spaces.where('own.person_id', 'is not', null)
  else if (member !== undefined) spaces = spaces.where('spaces.id', 'in', await spacesOf(ctx, member))
  if (last) spaces = spaces.where('spaces.slug', '>', last[0])
  const rows = await spaces.execute()
  const page = rows.slice(0, limit)
  return { items: page.map((row) => toSpace(ctx, row)), next: rows.length > limit ? cursorOf([page.at(-1)?.slug ?? '']) : null }
}

async function spacesOf(ctx: Context, handle: string) {
  const { id } = await requirePerson(ctx.db, ctx, { handle, path: 'member' })
  return ctx.db.selectFrom('space_members').select('space_id').where('workspace_id', '=', ctx.workspaceId).where('person_id', '=', id)
}
