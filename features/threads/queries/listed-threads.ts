import { type Expression, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { inTurns } from '#platform/markdown/in-turns.ts'
import { cursorInstant, cursorOf, readCursor } from '#platform/sql/cursor.ts'
import type { ListedThread } from '../contract/thread.ts'
import { headColumns, type HeadRow, headTables, nameOf, toHead } from './thread-heads.ts'

const cursor = z.tuple([cursorInstant, z.uuid()])

interface Piece {
  readonly after: string | undefined
  readonly limit: number
}

/** Rows of `threads`, newest activity first: one more than wanted, so that it is known whether the list goes on. */
export function newestFirst({ db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>, { after, limit }: Piece) {
  const last = readCursor(cursor, after)
  const threads = db
    .selectFrom('threads')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('last_post_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  return last ? threads.where(sql<boolean>`(last_post_at, id) < (${last[0]}::timestamptz, ${last[1]}::uuid)`) : threads
}

interface ListedRow extends HeadRow {
  readonly openAsks: number
  readonly nextDue: Temporal.Instant | null
  readonly nextOwner: ListedThread['nextOwner']
  readonly writers: ListedThread['writers']
}

/** Of how many posts at the end of a thread it is said who wrote them: of a long one no more is read. */
const LATEST_POSTS = 12
const WRITERS = 3

/** These threads as they stand in a list, in one statement. */
export async function listedThreads(
  ctx: Context,
  { chosen, limit }: { chosen: Expression<unknown>; limit: number },
): Promise<{ items: ListedThread[]; next: string | null }> {
  const { rows } = await sql<ListedRow>`
    select ${headColumns(ctx)}, open.count as "openAsks", open.due as "nextDue", first.owner as "nextOwner", latest.writers
    from ${headTables(ctx, chosen)}
    join lateral (
      select count(*)::integer as count, min(asks.due_at) as due from asks
      where asks.workspace_id = threads.workspace_id and asks.thread_id = threads.id and asks.state = 'open'
    ) open on true
    left join lateral (
      select case when owner.id is not null then ${nameOf('owner')} end as owner from asks
      left join people owner on owner.workspace_id = asks.workspace_id and owner.id = asks.owner_id
      where asks.workspace_id = threads.workspace_id and asks.thread_id = threads.id and asks.state = 'open'
      order by asks.due_at, asks.id limit 1
    ) first on true
    join lateral (
      select coalesce(json_agg(${nameOf('writer')} order by wrote.seq desc), '[]') as writers from (
        select author_id, max(seq) as seq from (
          select posts.author_id, posts.seq from posts
          where posts.workspace_id = threads.workspace_id and posts.thread_id = threads.id and not posts.deleted
          order by posts.seq desc limit ${LATEST_POSTS}
        ) recent
        group by author_id order by max(seq) desc limit ${WRITERS}
      ) wrote
      join people writer on writer.workspace_id = threads.workspace_id and writer.id = wrote.author_id
    ) latest on true
    order by threads.last_post_at desc, threads.id desc
  `.execute(ctx.db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await inTurns(
      page,
      ({ outcome, highlights }) => (outcome?.body.length ?? 0) + (highlights?.body.length ?? 0),
      ({ openAsks, nextDue, nextOwner, writers, ...row }) => ({
        ...toHead(ctx, row),
        openAsks,
        nextDue: nextDue?.toString() ?? null,
        nextOwner,
        writers,
      }),
    ),
    next: last && rows.length > limit ? cursorOf([last.lastPostAt.toString(), last.id]) : null,
  }
}
