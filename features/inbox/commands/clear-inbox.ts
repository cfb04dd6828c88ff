// oxlint-disable house/commands-record -- what somebody has read is their own housekeeping
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { takePosition } from '#platform/events/drain-outbox.ts'
import { transact } from '#platform/sql/transact.ts'
import { inState } from '../access.ts'
import type { clearInbox as endpoint, InboxItem } from '../contract.ts'
import { deliveredThrough } from '../queries/delivered-through.ts'
import { itemRows } from '../queries/item-rows.ts'
import { itemViews } from '../queries/item-views.ts'
import { layFloors } from './move-floors.ts'

const MOST_KEPT = 100

/**
 * Marks as read all that was delivered, no further than `through`: one number moves, however much that was. What is still held lies behind it; for
 * those who take no digests nothing does. Answers the open asks, which it keeps.
 */
export async function clearInbox(ctx: Context, { through }: InputOf<typeof endpoint>): Promise<{ kept: InboxItem[] }> {
  return transact(ctx, async (tx) => {
    const { workspaceId, personId, now } = ctx
    const within = { ...ctx, db: tx }
    const position = await takePosition(tx, workspaceId)
    await layFloors(tx, workspaceId, { people: [personId], position, now })
    const delivered = await deliveredThrough(within)
    await sql`
      update read_floors set delivered_through = ${delivered}::bigint,
        read_through = greatest(read_through, least(${delivered}::bigint, ${through ?? null}::bigint))
      where workspace_id = ${workspaceId} and person_id = ${personId}
    `.execute(tx)
    const where = sql<boolean>`i.person_id = ${personId} and i.why = 'ask' and ${inState('open', now)}`
    return { kept: await itemViews(within, await itemRows(within, { where, limit: MOST_KEPT })) }
  })
}
