import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Narrowing, Question } from '../rules/question.ts'
import type { Candidate } from '../rules/score.ts'
import { signed } from '../rules/signed.ts'
import { rankingOf, type Slice, tsqueryOf, weekOf } from '../rules/vector.ts'
import { narrowingCondition } from './narrowing-condition.ts'
import type { Period } from './period-of.ts'

/** What was looked for, with the names in it resolved. */
export interface Search {
  readonly question: Question
  readonly narrowings: readonly Narrowing[]
  readonly period: Period
  /** Which of the two; both of them, or none. */
  readonly types: readonly ('thread' | 'post')[]
  /** Only what is older than this, by time and id. */
  readonly olderThan: { readonly at: string; readonly id: string } | null
}

export interface FoundCandidate extends Candidate {
  readonly id: string
}

/** So many are ranked; what is older comes when the list goes on. */
export const CANDIDATES = 200
const BROAD = 3

/**
 * The newest threads and posts that hold what was looked for and that the reader may see: first match, then rank few. Looks through the newest
 * week, then through as many more as it has seen, until there are enough: one statement a step, so some ten for ten years.
 */
export async function findCandidates(ctx: Context, search: Search): Promise<FoundCandidate[]> {
  if (search.types.length === 0) return []
  const weeks = await weeksToSearch(ctx, search)
  if (!weeks) return []
  const found: FoundCandidate[] = []
  let newest = weeks.newest
  while (newest >= weeks.oldest && found.length < CANDIDATES) {
    const oldest = Math.max(weeks.oldest, newest - Math.max(1, weeks.newest - newest) + 1)
    found.push(...(await matchesWithin(ctx, search, { newest, oldest, limit: CANDIDATES - found.length })))
    newest = oldest - 1
  }
  return found
}

async function weeksToSearch({ db, workspaceId }: Context, search: Search): Promise<{ newest: number; oldest: number } | null> {
  const { rows } = await sql<{ newest: Temporal.Instant | null; oldest: Temporal.Instant | null }>`
    select min(happened_at) as oldest, max(happened_at) as newest from search_entries where workspace_id = ${workspaceId} and space_id is not null
  `.execute(db)
  const { newest, oldest } = rows[0] ?? { newest: null, oldest: null }
  if (!newest || !oldest) return null
  const { period, olderThan } = search
  const ends = [newest, ...(olderThan ? [Temporal.Instant.from(olderThan.at)] : []), ...(period.until ? [period.until] : [])]
  return { newest: Math.min(...ends.map(weekOf)), oldest: Math.max(weekOf(oldest), ...(period.from ? [weekOf(period.from)] : [])) }
}

interface Stretch {
  readonly newest: number
  readonly oldest: number
  readonly limit: number
}

async function matchesWithin(ctx: Context, search: Search, stretch: Stretch): Promise<FoundCandidate[]> {
  const { workspaceId, db } = ctx
  const { rows } = await sql<FoundCandidate>`
    with matched as materialized (
      select entries.id, entries.happened_at from search_entries entries
      where entries.workspace_id = ${workspaceId} and entries.words @@ ${tsqueryWithin(ctx, search, stretch)}::tsquery
        and entries.space_id in ${visibleSpaces(ctx, db)} and ${allOf(conditions(ctx, search))}
    ), newest as (
      select id from matched order by happened_at desc, id desc limit ${stretch.limit}
    )
    select entries.id, entries.happened_at as at,
      coalesce(ts_filter(entries.words, '{a}') @@ ranking.query, false) as "inTitle",
      coalesce(ts_rank_cd('{1, 1, 1, 1}', entries.words, ranking.query), 0)::float8 as nearness
    from newest
    join search_entries entries on entries.workspace_id = ${workspaceId} and entries.id = newest.id
    cross join lateral (select ${rowQuery(workspaceId, rankingOf(search.question))} as query) ranking
    order by entries.happened_at desc, entries.id desc
  `.execute(db)
  return rows
}

function tsqueryWithin({ workspaceId, personId }: Context, search: Search, { newest, oldest }: Stretch): string {
  const slices = Array.from({ length: newest - oldest + 1 }, (_, place): Slice => ({ workspaceId, week: newest - place }))
  const { question } = search
  return tsqueryOf(slices, isBroad(question) ? { ...question, prefix: null } : question, signed(search, personId))
}

/** A beginning of few letters stands for very many words. Where whole words are named too, these are looked up, and what they find is compared with it. */
const isBroad = ({ phrases, prefix }: Question): boolean => prefix !== null && prefix.length <= BROAD && phrases.length > 0

/** The words as a query for the slice of the row at hand. */
const rowQuery = (workspaceId: number, ranking: string | null): RawBuilder<unknown> =>
  sql`replace(${ranking}::text, '§', ${workspaceId}::text || '.' || floor(extract(epoch from entries.happened_at) / 604800)::text || '/')::tsquery`

function conditions(ctx: Context, { narrowings, period, types, olderThan, question }: Search): RawBuilder<unknown>[] {
  return [
    ...(isBroad(question) ? [sql`entries.words @@ ${rowQuery(ctx.workspaceId, rankingOf(question))}`] : []),
    ...(types.length === 1 ? [sql`entries.type = ${types[0]}`] : []),
    ...(period.from ? [sql`entries.happened_at >= ${period.from}::timestamptz`] : []),
    ...(period.until ? [sql`entries.happened_at < ${period.until}::timestamptz`] : []),
    ...(olderThan ? [sql`(entries.happened_at, entries.id) < (${olderThan.at}::timestamptz, ${olderThan.id}::uuid)`] : []),
    ...narrowings.flatMap((narrowing) => narrowingCondition(ctx, narrowing) ?? []),
  ]
}

const allOf = (all: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => (all.length === 0 ? sql`true` : sql.join([...all], sql` and `))
