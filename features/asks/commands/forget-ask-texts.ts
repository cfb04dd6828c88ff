// oxlint-disable house/commands-record -- that the post was deleted is the fact
import type { Tx } from '#platform/sql/database.ts'
import type { Actor } from '../events.ts'

/** Takes away what the asks of a deleted post say, as it takes what the post said; that somebody was asked, and how it ended, stays. */
export async function forgetAskTexts(tx: Tx, { workspaceId }: Pick<Actor, 'workspaceId'>, postId: string): Promise<void> {
  await tx
    .updateTable('asks')
    .set({ body: '', meanwhile: null, urgent_reason: null })
    .where('workspace_id', '=', workspaceId)
    .where('post_id', '=', postId)
    .execute()
}
