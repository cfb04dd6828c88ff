// oxlint-disable house/commands-record -- how far somebody has come is their own housekeeping
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'

interface Start {
  readonly people: readonly string[]
  readonly position: number
  readonly now: Temporal.Instant
}

/** Begins the reckoning of people who have none yet: what lies before is neither unread nor delivered. */
export async function layFloors(tx: Tx, workspaceId: number, { people, position, now }: Start): Promise<void> {
  if (people.length === 0) return
  await sql`
    insert into read_floors (workspace_id, person_id, read_through, delivered_through, digests_through)
    select ${workspaceId}::integer, person_id, ${position}::bigint, ${position}::bigint, ${now}::timestamptz
    from unnest(${[...people]}::uuid[]) as person_id
    on conflict do nothing
  `.execute(tx)
}

/** Says that the digests of these people have gone up to a position, and in time up to a moment; null where they have not. */
export async function moveFloors(
  tx: Tx,
  workspaceId: number,
  { people, position, now }: Pick<Start, 'people'> & { position: number | null; now: Temporal.Instant | null },
): Promise<void> {
  if (people.length === 0) return
  await sql`
    update read_floors set delivered_through = coalesce(${position}::bigint, delivered_through),
      digests_through = greatest(digests_through, ${now}::timestamptz)
    where workspace_id = ${workspaceId} and person_id = any(${[...people]}::uuid[])
  `.execute(tx)
}
