// oxlint-disable house/commands-record -- whoever concludes, reopens or pivots records which of these it was
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'

interface TurnOfCourse {
  readonly thread: { readonly id: string; readonly lastSeq: number }
  readonly kind: 'concluded' | 'reopened' | 'pivoted'
  readonly pivotTo?: string
  readonly reason?: string
}

/** Keeps who changed the course of a held thread, when, and after which post. */
export async function addTurn(tx: Tx, ctx: Context, { thread, kind, pivotTo, reason }: TurnOfCourse): Promise<void> {
  await tx
    .insertInto('thread_turns')
    .values({
      workspace_id: ctx.workspaceId,
      thread_id: thread.id,
      id: newId(ctx.now),
      kind,
      pivot_to: pivotTo ?? null,
      reason: reason ?? null,
      after_seq: thread.lastSeq,
      made_by: ctx.personId,
      made_at: ctx.now,
    })
    .execute()
}
