import { type Expression, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { inTurns } from '#platform/markdown/in-turns.ts'
import { cursorInstant, cursorOf, readCursor } from '#platform/sql/cursor.ts'
import type { ListedThread } from '../contract/thread.ts'
import { headColumns, type HeadRow, headTables, toHead } from './thread-heads.ts'

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
}

/** These threads as they stand in a list, in one statement. */
export async function listedThreads(
  ctx: Context,
  { chosen, limit }: { chosen: Expression<unknown>; limit: number },
): Promise<{ items: ListedThread[]; next: string | null }> {
  const { rows } = await sql<ListedRow>`
    select ${headColumns(ctx)}, open.count as "openAsks", open.due as "nextDue"
    from ${headTables(ctx, chosen)}
    join lateral (
      select count(*)::integer as count, min(asks.due_at) as due from asks
      where asks.workspace_id = threads.workspace_id and asks.thread_id = threads.id and asks.state = 'open'
    ) open on true
    order by threads.last_post_at desc, threads.id desc
  `.execute(ctx.db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await inTurns(
      page,
      ({ outcome, highlights }) => (outcome?.body.length ?? 0) + (highlights?.body.length ?? 0),
      ({ openAsks, nextDue, ...row }) => ({ ...toHead(ctx, row), openAsks, nextDue: nextDue?.toString() ?? null }),
    ),
    next: last && rows.length > limit ? cursorOf([last.lastPostAt.toString(), last.id]) : null,
  }
}
