import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { requireSpace } from '#features/spaces/access.ts'
import type { listPeople as contract } from '../contract/people.ts'
import { personViews, selectPeople } from './person-views.ts'

const cursor = z.tuple([z.string()])

/** The people the reader may see, by handle: one statement, however many; one more for the space that is named, and for who covers for those who are away. */
export async function listPeople(
  ctx: Context,
  { after, limit, q, active, space }: InputOf<typeof contract>,
): Promise<OutputOf<typeof contract>> {
  const last = readCursor(cursor, after)?.[0]
  const spaceId = space === undefined ? null : (await requireSpace(ctx.db, ctx, { slug: space, path: 'space' })).id
  const rows = await selectPeople(ctx)
    .$if(last !== undefined, (query) => query.where('people.handle', '>', last ?? ''))
    .$if(active !== undefined, (query) => query.where(sql<boolean>`(gone.person_id is null)`, '=', active === 'true'))
    .$if(Boolean(q), (query) => query.where(beginsWith(q ?? '')))
    .$if(spaceId !== null, (query) => query.where('people.id', 'in', membersOf(ctx, spaceId ?? '')))
    .orderBy('people.handle')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  return { items: await personViews(ctx, shown), next: rows.length > limit ? cursorOf([shown.at(-1)?.handle ?? '']) : null }
}

function membersOf({ db, workspaceId }: Context, spaceId: string) {
  return db.selectFrom('space_members').select('person_id').where('workspace_id', '=', workspaceId).where('space_id', '=', spaceId)
}

/** A handle, or a word of a name, that begins so. */
function beginsWith(text: string) {
  const pattern = text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return sql<boolean>`(people.handle ilike ${`${pattern}%`} or people.name ilike ${`${pattern}%`} or people.name ilike ${`% ${pattern}%`})`
}
