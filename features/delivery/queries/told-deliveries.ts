import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'

/** What tells of deliveries: the mails, or the pushes. */
export type Telling = 'mails' | 'pushes'

/** A delivery that a mail tells, or a push. */
export interface ToldDelivery {
  readonly mailId: string
  readonly deliveryId: string
  /** Which facts its digest read. */
  readonly from: number
  readonly through: number
  readonly items: readonly string[]
  /** The followed threads it told of; null where that was not kept. */
  readonly threads: readonly string[] | null
  readonly madeAt: Temporal.Instant
  /** The first digest since its receiver was away: from when, and when they were back. */
  readonly awayFrom: Temporal.Instant | null
  readonly backAt: Temporal.Instant | null
}

/** A mail's deliveries, and whose they are. */
export interface ToldTo {
  readonly mailId: string
  readonly personId: string
  readonly deliveries: readonly ToldDelivery[]
}

/** For each of these mails, or pushes, the delivery it was made for and those whose own were merged into it, the oldest first. */
export async function toldDeliveries(
  { db, workspaceId }: { db: Database; workspaceId: number },
  { ids, from }: { ids: readonly string[]; from: Telling },
): Promise<Map<string, ToldDelivery[]>> {
  const { rows } = await sql<ToldDelivery>`
    select mail.id as "mailId", d.* from unnest(${[...ids]}::uuid[]) as mail (id)
    cross join lateral (
      select own.delivery_id as id from ${sql.table(from)} own where own.workspace_id = ${workspaceId} and own.id = mail.id
      union all
      select merged.delivery_id from ${sql.table(from)} merged where merged.workspace_id = ${workspaceId} and merged.merged_into = mail.id
    ) told
    cross join lateral (
      select made.id as "deliveryId", made.from_position as from, made.through_position as through, made.made_at as "madeAt", made.item_ids as items, made.thread_ids as threads,
        made.away_from as "awayFrom", made.back_at as "backAt"
      from deliveries made where made.workspace_id = ${workspaceId} and made.id = told.id offset 0
    ) d
    order by d.through
  `.execute(db)
  return Map.groupBy(rows, ({ mailId }) => mailId)
}
