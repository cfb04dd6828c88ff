// oxlint-disable house/commands-record -- whoever calls it records why
import type { Tx } from '#platform/sql/database.ts'
import type { Actor } from '../events.ts'

interface Ending {
  readonly askId: string
  readonly how: 'acknowledged' | 'handed' | 'settled' | 'unacknowledged' | 'joined'
}

/** Pages nobody any more about an urgent ask. What nobody took in time may still be taken. */
export async function endPaging(tx: Tx, { workspaceId, now }: Pick<Actor, 'workspaceId' | 'now'>, { askId, how }: Ending): Promise<void> {
  await tx
    .updateTable('pagings')
    .set({ ended: how, ended_at: now, next_at: null })
    .where('workspace_id', '=', workspaceId)
    .where('ask_id', '=', askId)
    .where((where) => where.or([where('ended', 'is', null), where('ended', '=', 'unacknowledged')]))
    .execute()
}
