// oxlint-disable house/commands-record -- whoever calls it records what was done
import type { Tx } from '#platform/sql/database.ts'
import type { Actor } from '../events.ts'

/** Whoever has an ask has acted on it: it is theirs, however the shifts change that it came by. */
export async function keepWithOwner(tx: Tx, { workspaceId }: Pick<Actor, 'workspaceId'>, { id }: { readonly id: string }): Promise<void> {
  await tx.updateTable('asks').set({ follows_rotation_id: null }).where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}
