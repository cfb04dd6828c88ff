// oxlint-disable house/commands-record -- whoever opens a thread records it
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { placeholder } from './number-threads.ts'

export interface InsertedThread {
  readonly id: string
  readonly space: { readonly id: string }
  readonly kind: string
  readonly title: string
  readonly purpose: string
  readonly highlights: string | null
  readonly driId: string | null
  readonly closesOn: string | null
}

/** Inserts a thread that has no posts yet, and a number that only stands in until `numberThreads` gives it one. */
export async function insertThread(tx: Tx, { workspaceId, personId, now }: Context, thread: InsertedThread): Promise<void> {
  await tx
    .insertInto('threads')
    .values({
      workspace_id: workspaceId,
      id: thread.id,
      number: placeholder(thread.id),
      space_id: thread.space.id,
      kind: thread.kind,
      title: thread.title,
      purpose: thread.purpose,
      dri_id: thread.driId,
      closes_on: thread.closesOn,
      opened_by: personId,
      opened_at: now,
      last_post_at: now,
    })
    .execute()
  if (thread.highlights === null) return
  await tx
    .insertInto('thread_highlights')
    .values({ workspace_id: workspaceId, thread_id: thread.id, body: thread.highlights, written_by: personId, written_at: now })
    .execute()
}
