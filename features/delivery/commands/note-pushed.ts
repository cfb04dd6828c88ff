// oxlint-disable house/commands-record -- when a device was reached last is the machine's own housekeeping
import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'

interface At {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/** Notes that pushes have left for these devices. */
export async function notePushed({ db, workspaceId, now }: At, devices: readonly string[]): Promise<void> {
  if (devices.length === 0) return
  await sql`update push_devices set pushed_at = ${now} where workspace_id = ${workspaceId} and id = any(${[...devices]}::uuid[])`.execute(
    db,
  )
}

/** Forgets devices that take pushes no more. */
export async function dropDevices({ db, workspaceId }: At, devices: readonly string[]): Promise<void> {
  if (devices.length === 0) return
  await sql`delete from push_devices where workspace_id = ${workspaceId} and id = any(${[...devices]}::uuid[])`.execute(db)
}
