import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import type { DeliveryKind } from '../rules/moments.ts'

/** Somebody who is to be reached at this moment. */
export interface Receiver {
  readonly personId: string
  readonly kind: DeliveryKind
  readonly deactivated: boolean
  /** Where mail goes; null for those without an address or who take none. */
  readonly address: string | null
  /** Whether pushes go to any of their devices. */
  readonly hasDevices: boolean
  readonly deliveredThrough: number
  readonly digestsThrough: Temporal.Instant
}

const AT_ONCE = 200

/** Those who are to be reached at one moment, each held until the transaction ends; at most two hundred, the rest is for the next call. */
export async function lockReceivers(
  tx: Tx,
  workspaceId: number,
  { due, only }: { due: Temporal.Instant; only?: string | undefined },
): Promise<Receiver[]> {
  const { rows } = await sql<Receiver>`
    select m.person_id as "personId", m.kind, floor.delivered_through as "deliveredThrough", floor.digests_through as "digestsThrough",
      exists (select from person_deactivations gone where gone.workspace_id = m.workspace_id and gone.person_id = m.person_id) as deactivated,
      case when p.digest_mail then p.email end as address,
      exists (select from push_devices d where d.workspace_id = m.workspace_id and d.person_id = m.person_id) as "hasDevices"
    from delivery_moments m
    join people p on p.workspace_id = m.workspace_id and p.id = m.person_id
    join read_floors floor on floor.workspace_id = m.workspace_id and floor.person_id = m.person_id
    where m.workspace_id = ${workspaceId} and m.due_at = ${due} and (${only ?? null}::uuid is null or m.person_id = ${only ?? null}::uuid)
    order by m.person_id limit ${AT_ONCE}
    for update of m, floor
  `.execute(tx)
  return rows
}

/** The person who reads what is held for them, held until the transaction ends. */
export async function lockReader(tx: Tx, workspaceId: number, personId: string): Promise<Receiver> {
  const { rows } = await sql<Receiver>`
    select person_id as "personId", 'read now' as kind, false as deactivated, null as address, false as "hasDevices",
      delivered_through as "deliveredThrough", digests_through as "digestsThrough"
    from read_floors where workspace_id = ${workspaceId} and person_id = ${personId} for update
  `.execute(tx)
  const reader = rows[0]
  if (!reader) throw new Error('A person reads whose reckoning was just begun, and it is not there.')
  return reader
}
