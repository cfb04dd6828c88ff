// oxlint-disable house/commands-record -- moments follow from calendars and items, whose changes were recorded
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'

/** Forgets every moment of these people. */
export async function dropMoments(tx: Tx, workspaceId: number, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  await sql`delete from delivery_moments where workspace_id = ${workspaceId} and person_id = any(${[...people]}::uuid[])`.execute(tx)
}
