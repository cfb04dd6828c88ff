// oxlint-disable house/commands-record -- whoever declares the incident records it
import type { Tx } from '#platform/sql/database.ts'

/** Makes the kind of a thread incident, where it was one of those that are only talk; work, proposals, meetings and rounds stay what they are. */
export async function becomeIncident(tx: Tx, { workspaceId, threadId }: { workspaceId: number; threadId: string }): Promise<void> {
  await tx
    .updateTable('threads')
    .set({ kind: 'incident' })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', threadId)
    .where('kind', 'in', ['discussion', 'question', 'announcement'])
    .execute()
}
