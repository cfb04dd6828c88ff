// oxlint-disable house/commands-record -- whoever starts it records that
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'

interface NewImport {
  readonly id: string
  readonly kind: 'slack'
  readonly place: 'server' | 'host'
  readonly archive: string
  readonly bytes: number
}

/** Notes an import that is about to begin. */
export async function keepImport(
  tx: Tx,
  { workspaceId, personId, now }: Pick<Context, 'workspaceId' | 'personId' | 'now'>,
  { id, kind, place, archive, bytes }: NewImport,
): Promise<void> {
  await tx
    .insertInto('imports')
    .values({
      workspace_id: workspaceId,
      id,
      kind,
      place,
      archive,
      archive_bytes: bytes,
      made_by: personId,
      made_at: now,
      moved_at: now,
    })
    .execute()
}
