import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Narrowing, Question } from '../rules/question.ts'
import type { Candidate } from '../rules/score.ts'
import { signed } from '../rules/signed.ts'
import { signOf } from '../rules/signs.ts'
import { MARK, rankingOf, type Signed, tsqueryOf, WEEK, weekOf } from '../rules/vector.ts'
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
 * The newest threads and posts that hold what was looked for and that the reader may see: first match, then rank few. Looked for week by week, the
 * newest first, until there are enough. One statement, and one for which weeks there are.
 */
export async function findCandidates(ctx: Context, search: Search): Promise<FoundCandidate[]> {
  const { question, types } = search
  const signs = signed(search, ctx.personId)
  const wanted = tsqueryOf(isBroad(question) ? { ...question, prefix: null } : question, signs)
  if (types.length === 0 || wanted === null) return []
  const weeks = await weeksToSearch(ctx, search)
  if (!weeks || weeks.newest < weeks.oldest) return []
  const { rows } = await statement(ctx, search, { ...weeks, wanted, inTheirOrder: holdsMost(question, signs) }).execute(ctx.db)
  return rows
}

/** Whether nothing is named but what most of a week is. */
const holdsMost = ({ phrases, prefix }: Question, signs: readonly Signed[]): boolean =>
  phrases.length === 0 && prefix === null && signs.every(({ any, not }) => not || any.includes(signOf.type('post')))

interface Weeks {
  readonly newest: number
  readonly oldest: number
}

async function weeksToSearch({ db, workspaceId }: Context, search: Search): Promise<Weeks | null> {
  const { rows } = await sql<{ newest: Temporal.Instant | null; oldest: Temporal.Instant | null }>`
    select min(happened_at) as oldest, max(happened_at) as newest from search_entries where workspace_id = ${workspaceId} and space_id is not null
  `.execute(db)
  const { newest, oldest } = rows[0] ?? { newest: null, oldest: null }
  if (!newest || !oldest) return null
  const { period, olderThan } = search
  const ends = [newest, ...(olderThan ? [Temporal.Instant.from(olderThan.at)] : []), ...(period.until ? [period.until] : [])]
  return { newest: Math.min(...ends.map(weekOf)), oldest: Math.max(weekOf(oldest), ...(period.from ? [weekOf(period.from)] : [])) }
}

interface Wanted extends Weeks {
  /** What is looked up, as `tsqueryOf` says it. */
  readonly wanted: string
  /** The newest of a week are read one after another, because most of it is wanted. */
  readonly inTheirOrder: boolean
}

/*
 * Weeks come in their order, so the database stops at the one with which there are enough. What may be seen is asked with `is true`, so that it is
 * looked up for each row and not joined: a join would read all of a week first.
 */
const statement = (ctx: Context, search: Search, { newest, oldest, wanted, inTheirOrder }: Wanted) => {
  const { workspaceId } = ctx
  return sql<FoundCandidate>`
    with visible as materialized ${visibleSpaces(ctx)}, found as (
      select match.id, week.ranking
      from (
        select number, place, replace(${wanted}, ${sql.lit(MARK)}, front)::tsquery as wanted,
          replace(${rankingOf(search.question)}::text, ${sql.lit(MARK)}, front)::tsquery as ranking
        from generate_series(${newest}::integer, ${oldest}::integer, -1) with ordinality as slice (number, place)
        cross join lateral (select ${workspaceId}::text || '.' || number::text || '/' as front) fronts
      ) week
      cross join lateral (
        select entries.id, entries.happened_at from ${inTheirOrder ? ofWeek(workspaceId) : withWords(workspaceId)} entries
        where (entries.space_id in (select id from visible)) is true and ${allOf(conditions(ctx, search))}
        order by entries.happened_at desc, entries.id desc limit ${CANDIDATES}
      ) match
      order by week.place, match.happened_at desc, match.id desc limit ${CANDIDATES}
    )
    select entries.id, entries.happened_at as at,
      coalesce(ts_filter(entries.words, '{a}') @@ found.ranking, false) as "inTitle",
      coalesce(ts_rank_cd('{1, 1, 1, 1}', entries.words, found.ranking), 0)::float8 as nearness
    from found join search_entries entries on entries.workspace_id = ${workspaceId} and entries.id = found.id
    order by entries.happened_at desc, entries.id desc
  `
}

/* What a week holds is looked up by its words before anything else is asked of it, the newest first, until there are enough. */
const withWords = (workspaceId: number) => sql`(
  select held.* from (
    select e.* from search_entries e where e.workspace_id = ${workspaceId} and e.words @@ week.wanted offset 0
  ) held order by held.happened_at desc, held.id desc offset 0)`

/* Where most of a week is wanted, its newest are read one after another until there are enough. */
const ofWeek = (workspaceId: number) => sql`(
  select newest.* from (
    select e.* from search_entries e where e.workspace_id = ${workspaceId}
      and e.happened_at >= to_timestamp(week.number * ${sql.lit(WEEK)}::bigint) and e.happened_at < to_timestamp((week.number + 1) * ${sql.lit(WEEK)}::bigint)
    order by e.happened_at desc offset 0
  ) newest where newest.words @@ week.wanted)`

/** A beginning of few letters stands for very many words. Where whole words are named too, these are looked up, and what they find is compared with it. */
const isBroad = ({ phrases, prefix }: Question): boolean => prefix !== null && prefix.length <= BROAD && phrases.length > 0

function conditions(ctx: Context, { narrowings, period, types, olderThan, question }: Search): RawBuilder<unknown>[] {
  return [
    ...(isBroad(question) ? [sql`entries.words @@ week.ranking`] : []),
    ...(types.length === 1 ? [sql`entries.type = ${types[0]}`] : []),
    ...(period.from ? [sql`entries.happened_at >= ${period.from}::timestamptz`] : []),
    ...(period.until ? [sql`entries.happened_at < ${period.until}::timestamptz`] : []),
    ...(olderThan ? [sql`(entries.happened_at, entries.id) < (${olderThan.at}::timestamptz, ${olderThan.id}::uuid)`] : []),
    ...narrowings.flatMap((narrowing) => narrowingCondition(ctx, narrowing) ?? []),
  ]
}

const allOf = (all: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => (all.length === 0 ? sql`true` : sql.join([...all], sql` and `))
