// oxlint-disable house/commands-record -- whoever splits or moves a thread records which of these it was
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'

interface Origin {
  readonly threadId: string
  readonly fromThreadId: string
  readonly how: 'split' | 'moved'
}

/** Keeps which thread another came from, so that each leads to the other. */
export async function keepOrigin(tx: Tx, { workspaceId, personId, now }: Context, { threadId, fromThreadId, how }: Origin): Promise<void> {
  await tx
    .insertInto('thread_origins')
    .values({ workspace_id: workspaceId, thread_id: threadId, from_thread_id: fromThreadId, how, made_by: personId, made_at: now })
    .execute()
}
