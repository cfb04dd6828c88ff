// oxlint-disable house/commands-record -- what somebody has read is their own housekeeping
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { takePosition } from '#platform/events/drain-outbox.ts'
import { transact } from '#platform/sql/transact.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { inState } from '../access.ts'
import type { InboxItem } from '../contract.ts'
import { itemRows } from '../queries/item-rows.ts'
import { itemViews } from '../queries/item-views.ts'
import { takesNoDigests } from '../rules/levels.ts'
import { layFloors } from './move-floors.ts'

const MOST_KEPT = 100

/**
 * Marks as read all that was delivered: one number moves, however much that was. What is still held lies behind it; for those who take no
 * digests nothing does. Answers the open asks, which it keeps.
 */
export async function clearInbox(ctx: Context): Promise<{ kept: InboxItem[] }> {
  return transact(ctx, async (tx) => {
    const { workspaceId, personId, now } = ctx
    const within = { ...ctx, db: tx }
    const position = await takePosition(tx, workspaceId)
    const calendar = (await resolvedCalendars(tx, workspaceId, [personId])).get(personId)
    await layFloors(tx, workspaceId, { people: [personId], position, now })
    const through = calendar && takesNoDigests(calendar, now.epochMilliseconds) ? sql`${position}::bigint` : sql`delivered_through`
    await sql`
      update read_floors set delivered_through = ${through}, read_through = greatest(read_through, ${through})
      where workspace_id = ${workspaceId} and person_id = ${personId}
    `.execute(tx)
    const where = sql<boolean>`i.person_id = ${personId} and i.why = 'ask' and ${inState('open', now)}`
    return { kept: await itemViews(within, await itemRows(within, { where, limit: MOST_KEPT })) }
  })
}
