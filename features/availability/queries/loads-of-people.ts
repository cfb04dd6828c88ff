import { sql } from 'kysely'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Context } from '#platform/context.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Preview } from '../contract/preview.ts'
import { standing } from './person-views.ts'

export type Load = Pick<Preview, 'load' | 'readme'>

/** What these people have on their hands, counting only asks that the reader may see; by id, in one statement. */
export async function loadsOfPeople(ctx: Context, ids: readonly string[]): Promise<Map<string, Load>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('people')
    .where('people.workspace_id', '=', ctx.workspaceId)
    .where('people.id', '=', anyOf(ids))
    .select(['people.id', 'people.capacity_until as capacityUntil', 'people.status', 'people.status_until as statusUntil', 'people.readme'])
    .select(sql<Preview['load']['capacity']>`people.capacity`.as('capacity'))
    .select((people) =>
      people
        .selectFrom('asks')
        .innerJoin('threads', (join) =>
          join.onRef('threads.workspace_id', '=', 'asks.workspace_id').onRef('threads.id', '=', 'asks.thread_id'),
        )
        .whereRef('asks.workspace_id', '=', 'people.workspace_id')
        .whereRef('asks.owner_id', '=', 'people.id')
        .where('asks.state', '=', sql.lit('open'))
        .where('threads.space_id', 'in', visibleSpaces(ctx))
        .select(sql<number>`count(*)`.as('count'))
        .as('openAsks'),
    )
    .execute()
  return new Map(
    rows.map((row) => {
      const { capacity, status } = standing(row, ctx.now)
      return [row.id, { load: { openAsks: row.openAsks ?? 0, capacity, status }, readme: row.readme }]
    }),
  )
}

/** What these spaces have that nobody took, likewise. */
export async function loadsOfTeams(ctx: Context, ids: readonly string[]): Promise<Map<string, Load>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('asks')
    .innerJoin('threads', (join) => join.onRef('threads.workspace_id', '=', 'asks.workspace_id').onRef('threads.id', '=', 'asks.thread_id'))
    .where('asks.workspace_id', '=', ctx.workspaceId)
    .where('asks.owner_space_id', '=', anyOf(ids))
    .where('asks.state', '=', sql.lit('open'))
    .where('threads.space_id', 'in', visibleSpaces(ctx))
    .groupBy('asks.owner_space_id')
    .select(['asks.owner_space_id as id', sql<number>`count(*)`.as('openAsks')])
    .execute()
  return new Map(rows.map(({ id, openAsks }) => [id ?? '', { ...noLoad, load: { ...noLoad.load, openAsks } }]))
}

export const noLoad: Load = { load: { openAsks: 0, capacity: 'open', status: '' }, readme: '' }
