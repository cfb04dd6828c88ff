import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { excerptOf } from '#platform/markdown/plain-text.ts'
import { cursorInstant, cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { listSaved as contract, SavedItem } from '../contract/saved.ts'

interface SavedRow extends Omit<SavedItem, 'excerpt' | 'at' | 'savedAt'> {
  readonly body: string
  readonly at: Temporal.Instant
  readonly savedAt: Temporal.Instant
}

const cursor = z.tuple([cursorInstant, z.uuid()])

/** What the reader keeps for later, the latest first, in one statement: a post that was split off is found where it stands now. */
export async function listSaved(ctx: Context, { after, limit }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const [savedAt, id] = readCursor(cursor, after) ?? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const { rows } = await sql<SavedRow>`
    select kept.type, kept.id, t.number, kept.seq, t.title, po.body, json_build_object('slug', s.slug, 'name', s.name) as space, s.direct,
      json_build_object('handle', author.handle, 'name', author.name) as by, po.posted_at as at, kept.saved_at as "savedAt"
    from (
      select 'thread' as type, thread_id as id, thread_id, 1 as place, null::integer as seq, saved_at
      from saved_threads where workspace_id = ${ctx.workspaceId} and person_id = ${ctx.personId}
      union all
      select 'post', p.id, p.thread_id, p.seq, p.seq, saved.saved_at
      from saved_posts saved join posts p on p.workspace_id = saved.workspace_id and p.id = saved.post_id and not p.deleted
      where saved.workspace_id = ${ctx.workspaceId} and saved.person_id = ${ctx.personId}
    ) kept
    join threads t on t.workspace_id = ${ctx.workspaceId} and t.id = kept.thread_id
    join spaces s on s.workspace_id = t.workspace_id and s.id = t.space_id
    join posts po on po.workspace_id = t.workspace_id and po.thread_id = t.id and po.seq = kept.place
    join people author on author.workspace_id = po.workspace_id and author.id = po.author_id
    where t.space_id in ${visibleSpaces(ctx)} and (kept.saved_at, kept.id) < (${savedAt}::timestamptz, ${id}::uuid)
    order by kept.saved_at desc, kept.id desc limit ${limit + 1}
  `.execute(ctx.db)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ body, at, savedAt: since, ...same }) => ({
      ...same,
      excerpt: excerptOf(body),
      at: at.toString(),
      savedAt: since.toString(),
    })),
    next: last && rows.length > limit ? cursorOf([last.savedAt.toString(), last.id]) : null,
  }
}
