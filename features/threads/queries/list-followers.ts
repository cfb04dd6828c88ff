import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { visiblePeople } from '#features/people/access.ts'
import { readersAmong } from '#features/spaces/access.ts'
import { requireThread } from '../access.ts'
import type { listFollowers as contract } from '../contract/threads.ts'

const cursor = z.tuple([z.string()])

/**
 * Who has chosen to find this thread in their deliveries, or wrote in it, by handle; of them those who may read it today and whom the reader may
 * see. Three statements, of which two look at no more than a page.
 */
export async function listFollowers(ctx: Context, { number, after, limit }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const { id, spaceId } = await requireThread(ctx.db, ctx, number)
  const last = readCursor(cursor, after)
  let people = visiblePeople(ctx.db, ctx)
    .innerJoin('thread_follows', (join) =>
      join.onRef('thread_follows.workspace_id', '=', 'people.workspace_id').onRef('thread_follows.person_id', '=', 'people.id'),
    )
    .where('thread_follows.thread_id', '=', id)
    .where('thread_follows.level', '=', 'digest')
    .orderBy('people.handle')
    .limit(limit + 1)
  if (last) people = people.where('people.handle', '>', last[0])
  const rows = await people.execute()
  const page = rows.slice(0, limit)
  const readers = await readersAmong(ctx.db, { workspaceId: ctx.workspaceId, spaceId, personIds: page.map((row) => row.id) })
  return {
    items: page.filter((row) => readers.has(row.id)).map(({ handle, name }) => ({ handle, name })),
    next: rows.length > limit ? cursorOf([page.at(-1)?.handle ?? '']) : null,
  }
}
