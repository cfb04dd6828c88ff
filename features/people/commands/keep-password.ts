// oxlint-disable house/commands-record -- part of joining or of a change of password, which record themselves
import type { Tx } from '#platform/sql/database.ts'

interface Kept {
  readonly workspaceId: number
  readonly now: Temporal.Instant
  readonly personId: string
  readonly hash: string
}

/** Stores the hash of a person's password in place of the one before. */
export async function keepPassword(tx: Tx, { workspaceId, now, personId, hash }: Kept): Promise<void> {
  await tx
    .insertInto('passwords')
    .values({ workspace_id: workspaceId, person_id: personId, hash, set_at: now })
    .onConflict((known) => known.columns(['workspace_id', 'person_id']).doUpdateSet({ hash, set_at: now }))
    .execute()
}
