import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { statementOnce } from '#platform/sql/written-once.ts'
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
  const { db, workspaceId, personId, role } = ctx
  const of = member === undefined || member === 'me' ? null : (await requirePerson(db, ctx, { handle: member, path: 'member' })).id
  const members = of !== null ? 'theirs' : member === 'me' ? 'mine' : 'any'
  const rows = await spacesBy(db, { workspaceId, personId, role, archived, members, of, behind: last?.[0] ?? '', most: limit + 1 })
  const page = rows.slice(0, limit)
  return { items: page.map((row) => toSpace(ctx, row)), next: rows.length > limit ? cursorOf([page.at(-1)?.slug ?? '']) : null }
}

interface Values extends Pick<Context, 'workspaceId' | 'personId' | 'role'> {
  readonly archived: InputOf<typeof contract>['archived']
  /** Of which the reader is a member, or somebody else, or all. */
  readonly members: 'mine' | 'theirs' | 'any'
  readonly of: string | null
  /** The last slug before them; none comes before the empty one. */
  readonly behind: string
  readonly most: number
}

const spacesBy = statementOnce(
  ({ workspaceId, personId, role, archived, members, of, behind, most }: Values, db) => {
    const spaces = spaceRows({ db, workspaceId, personId, role })
      .where('spaces.direct', '=', false)
      .where('archive.space_id', archived === 'true' ? 'is not' : 'is', null)
      .where('spaces.slug', '>', behind)
      .orderBy('spaces.slug')
      .limit(most)
    if (members === 'mine') return spaces.where('own.person_id', 'is not', null)
    if (members === 'any') return spaces
    const theirs = db.selectFrom('space_members').select('space_id').where('workspace_id', '=', workspaceId).where('person_id', '=', of)
    return spaces.where('spaces.id', 'in', theirs)
  },
  ['role', 'archived', 'members'],
)
