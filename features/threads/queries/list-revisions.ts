import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { requirePost } from '../access.ts'
import type { listRevisions as contract } from '../contract/posts.ts'

interface RevisionRow {
  readonly version: number
  readonly body: string
  readonly handle: string
  readonly name: string
  readonly at: Temporal.Instant
}

const cursor = z.tuple([z.int32()])

/** The versions of a post, the newest first; none of a deleted one. */
export async function listRevisions(ctx: Context, { id, after, limit }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  await requirePost(ctx.db, ctx, id)
  const before = readCursor(cursor, after)?.[0] ?? null
  const { rows } = await sql<RevisionRow>`
    select said.version, said.body, people.handle, people.name, said.at
    from (
      select workspace_id, version, body, author_id as by, coalesce(edited_at, posted_at) as at
      from posts where workspace_id = ${ctx.workspaceId} and id = ${id} and not deleted
      union all
      select workspace_id, version, body, written_by, written_at from post_revisions where workspace_id = ${ctx.workspaceId} and post_id = ${id}
    ) said
    join people on people.workspace_id = said.workspace_id and people.id = said.by
    where ${before}::integer is null or said.version < ${before}::integer
    order by said.version desc
    limit ${limit + 1}
  `.execute(ctx.db)
  const items = rows.slice(0, limit)
  return {
    items: items.map(({ handle, name, at, ...same }) => ({ ...same, by: { handle, name }, at: at.toString() })),
    next: rows.length > limit ? cursorOf([items.at(-1)?.version ?? 0]) : null,
  }
}
