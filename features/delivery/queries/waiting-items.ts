import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { alikeItems, aroundAlike, held, opened, readsItem, stands } from '#features/inbox/access.ts'

export interface WaitingItem {
  readonly id: string
  readonly personId: string
  readonly why: string
  readonly askId: string | null
  /** Null of what is about a shift. */
  readonly number: number | null
  /** Withdrawn, deleted or no longer visible: it is gone. */
  readonly gone: boolean
  /** Its receiver has seen it where it stands: it is not brought once more. */
  readonly seen: boolean
}

/** What waits for these people and has come by the moment, in one statement; without a moment, all that waits. */
export async function waitingItems(
  tx: Tx,
  workspaceId: number,
  { people, due, now }: { people: readonly string[]; due: Temporal.Instant | null; now: Temporal.Instant },
): Promise<WaitingItem[]> {
  const { rows } = await sql<WaitingItem>`
    select i.id, i.person_id as "personId", i.why, i.ask_id as "askId", t.number,
      not (${stands(now)} and ${readsItem}) as gone, coalesce(${opened}, false) as seen
    from ${aroundAlike(sql`(${alikeItems(held(workspaceId, { people, due }))})`)}
    order by i.position, i.id
  `.execute(tx)
  return rows
}
