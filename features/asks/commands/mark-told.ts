// oxlint-disable house/commands-record -- a delivery is a row of its own, not a fact about the work
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'

interface Told {
  readonly deliveryId: string
  /** What could not leave, of which it tells. */
  readonly kept: readonly string[]
}

/** Marks which delivery told its author of what could not leave: each is told once. */
export async function markTold(tx: Tx, workspaceId: number, deliveries: readonly Told[]): Promise<void> {
  const told = deliveries.flatMap(({ deliveryId, kept }) => kept.map((id) => ({ id, delivery: deliveryId })))
  if (told.length === 0) return
  await sql`
    update scheduled set told_in = told.delivery from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as told (id uuid, delivery uuid)
    where scheduled.workspace_id = ${workspaceId} and scheduled.id = told.id
  `.execute(tx)
}
