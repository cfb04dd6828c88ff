import { sql } from 'kysely'
import { statementOnce } from '#platform/sql/written-once.ts'
import type { Context } from '#platform/context.ts'
import type { Ask } from '#features/asks/contract/ask.ts'
import { askViewsOnce } from '#features/asks/queries/ask-views.ts'
import { byDue } from '#features/asks/queries/seen-asks.ts'

/** Open asks that came to the reader and that they may take: of their spaces, and of those they cover for. By due, in one statement; two where there are any. */
export async function asksToTake(ctx: Context, limit: number): Promise<Ask[]> {
  const ids = await idsToTake(ctx, limit)
  return ids.length === 0 ? [] : asksBy(ctx, { ids })
}

const asksBy = askViewsOnce((asks, { ids }: { ids: readonly string[] }) =>
  byDue(asks.where('asks.id', '=', sql<string>`any(${ids}::uuid[])`)),
)

async function idsToTake({ db, workspaceId, personId }: Context, limit: number): Promise<string[]> {
  return (await takable(db, { workspaceId, personId, limit })).map(({ id }) => id)
}

const takable = statementOnce(({ workspaceId, personId, limit }: Pick<Context, 'workspaceId' | 'personId'> & { limit: number }) => {
  const mine = sql`(select m.space_id from space_members m where m.workspace_id = ${workspaceId} and m.person_id = ${personId})`
  // From what came to them: there is little of it, and of open asks in the workspace there is much.
  return sql<{ id: string }>`
    with came as materialized (
      select distinct ask_id from inbox_items
      where workspace_id = ${workspaceId} and person_id = ${personId} and delivered_at is not null and state <> 'done' and why in ('ask', 'cover')
    )
    select asks.id from came
    cross join lateral (select * from asks where workspace_id = ${workspaceId} and id = came.ask_id offset 0) asks
    where asks.state = 'open' and asks.owner_id is distinct from ${personId}::uuid
      and (asks.owner_space_id in ${mine} or asks.cover_id = ${personId} or asks.cover_space_id in ${mine})
    order by asks.due_at, asks.id limit ${limit}
  `
})
