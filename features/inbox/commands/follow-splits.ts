// oxlint-disable house/commands-record -- that the thread was split was recorded already
import { sql } from 'kysely'
import { idOf } from '#platform/contract/event.ts'
import type { EventBatch } from '#platform/events/drain-outbox.ts'

/** Items about posts that were split off, and about what was asked in them, are of the thread in which those stand now. */
export async function followSplits({ tx, workspaceId, events }: Pick<EventBatch, 'tx' | 'workspaceId' | 'events'>): Promise<void> {
  for (const event of events.filter(({ type }) => type === 'thread.split')) {
    const to = idOf(event, 'toThreadId')
    await sql`
      update inbox_items set thread_id = ${to}
      where workspace_id = ${workspaceId} and thread_id is distinct from ${to} and id in (
        select i.id from posts po join inbox_items i on i.workspace_id = po.workspace_id and i.post_id = po.id
        where po.workspace_id = ${workspaceId} and po.thread_id = ${to}
        union
        select i.id from asks a join inbox_items i on i.workspace_id = a.workspace_id and i.ask_id = a.id
        where a.workspace_id = ${workspaceId} and a.thread_id = ${to})
    `.execute(tx)
  }
}
