// oxlint-disable house/commands-record -- moments follow from calendars and items, whose changes were recorded
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'

interface Planning {
  readonly people: readonly string[]
  /** Nothing is planned before this, what is urgent aside. */
  readonly from?: Temporal.Instant
}

/** Plans a moment for each instant at which something comes that waits for these people, where there is none yet. */
export async function planForItems(tx: Tx, workspaceId: number, { people, from }: Planning): Promise<void> {
  if (people.length === 0) return
  await sql`
    insert into delivery_moments (workspace_id, person_id, due_at, kind)
    select distinct on (person_id, deliver_at) workspace_id, person_id, deliver_at, case attention when 'urgent' then 'urgent' else 'first open' end
    from inbox_items
    where workspace_id = ${workspaceId} and person_id = any(${[...people]}::uuid[]) and delivered_at is null and deliver_at is not null
      and (${from ?? null}::timestamptz is null or deliver_at >= ${from ?? null} or attention = 'urgent')
    order by person_id, deliver_at, attention desc
    on conflict do nothing
  `.execute(tx)
}
