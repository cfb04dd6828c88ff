import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import { type Alike, leastShared, likenessOf, likenessQuery } from '../rules/likeness.ts'
import { MARK, weekOf } from '../rules/vector.ts'

interface Candidate extends Alike {
  readonly threadId: string
}

const WEEKS = 104
const CANDIDATES = 200

/**
 * Threads the reader may see that have come to an outcome or hold an answer and share these words, the likest first: looked for week by week, the
 * newest first, until there are enough to choose from, and no further back than two years. One statement.
 */
export async function findAnswered(
  ctx: Context,
  { words, limit }: { words: readonly string[]; limit: number },
): Promise<readonly string[]> {
  if (words.length === 0) return []
  const { rows } = await candidates(ctx, words).execute(ctx.db)
  return rows
    .filter(({ shared }) => shared >= leastShared(words))
    .toSorted((one, other) => likenessOf(other, ctx.now) - likenessOf(one, ctx.now))
    .slice(0, limit)
    .map(({ threadId }) => threadId)
}

const candidates = (ctx: Context, words: readonly string[]) => {
  const { workspaceId, now } = ctx
  const newest = weekOf(now)
  return sql<Candidate>`
    with alike as materialized (
      select entries.thread_id, entries.words, entries.happened_at, slice.front
      from generate_series(${newest}::integer, ${newest - WEEKS}::integer, -1) as week
      cross join lateral (select ${workspaceId}::text || '.' || week::text || '/' as front) slice
      cross join lateral (
        select e.thread_id, e.words, e.happened_at from search_entries e
        where e.workspace_id = ${workspaceId} and e.words @@ replace(${likenessQuery(words)}, ${sql.lit(MARK)}, slice.front)::tsquery
          and e.type = 'thread' and e.space_id in ${visibleSpaces(ctx)}
          and (exists (select from threads t where t.workspace_id = e.workspace_id and t.id = e.thread_id and t.concluded) or ${isAnswered})
      ) entries
      limit ${CANDIDATES}
    )
    select alike.thread_id as "threadId", alike.happened_at as at, hits.shared, hits."inTitle"
    from alike cross join lateral (
      select count(*) filter (where alike.words @@ quote_literal(alike.front || word)::tsquery)::integer as shared,
        count(*) filter (where alike.words @@ (quote_literal(alike.front || word) || ':A')::tsquery)::integer as "inTitle"
      from unnest(${[...words]}::text[]) as word
    ) hits
  `
}

const isAnswered = sql`exists (select from asks a where a.workspace_id = e.workspace_id and a.thread_id = e.thread_id and a.state = 'answered')`
