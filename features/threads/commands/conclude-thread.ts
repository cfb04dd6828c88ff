import type { Context } from '#platform/context.ts'
import { conflict, type Failure, invalid } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { ThreadRow } from '../access.ts'
import type { ThreadConcluded } from '../events.ts'
import { maySteerThread } from '../policy.ts'
import { ensureWritable, mayNotSteer } from '../rules/threads.ts'
import { addTurn } from './add-turn.ts'
import { writeOutcome } from './write-outcome.ts'

interface Conclusion {
  /** As `lockThread` gave it. */
  readonly thread: ThreadRow
  /** What it concludes; without it, the draft. */
  readonly body?: string | undefined
}

/**
 * Ends a held thread with its outcome. Throws 403, `space.archived`, `thread.already_concluded` with who did, and 422 for `body` when nothing was
 * written yet. Open asks are the caller's to look after.
 */
export async function concludeThread(tx: Tx, ctx: Context, { thread, body }: Conclusion): Promise<void> {
  if (!maySteerThread(ctx, thread)) throw mayNotSteer()
  ensureWritable(thread)
  const written = await writtenOutcome(tx, ctx, thread.id)
  if (thread.concluded) throw alreadyConcluded(thread.number, written)
  const outcome = body ?? written?.body
  if (outcome === undefined) throw invalid([{ path: 'body', message: 'Write what the thread concludes, here or as a draft first' }])
  await writeOutcome(tx, ctx, { threadId: thread.id, body: outcome, concluded: true })
  await addTurn(tx, ctx, { thread, kind: 'concluded' })
  await record(tx, ctx, {
    type: 'thread.concluded',
    placeId: thread.spaceId,
    streamId: thread.id,
    subject: { threadId: thread.id } satisfies ThreadConcluded['subject'],
  })
}

interface WrittenOutcome {
  readonly body: string
  readonly handle: string
  readonly name: string
  readonly at: Temporal.Instant
}

function writtenOutcome(tx: Tx, { workspaceId }: Context, threadId: string): Promise<WrittenOutcome | undefined> {
  return tx
    .selectFrom('thread_outcomes as written')
    .innerJoin('people', (join) =>
      join.onRef('people.workspace_id', '=', 'written.workspace_id').onRef('people.id', '=', 'written.written_by'),
    )
    .where('written.workspace_id', '=', workspaceId)
    .where('written.thread_id', '=', threadId)
    .select(['written.body', 'people.handle', 'people.name', 'written.written_at as at'])
    .executeTakeFirst()
}

function alreadyConcluded(number: number, by: WrittenOutcome | undefined): Failure {
  const who = by ? ` by ${by.name}` : ''
  const extra = by ? { by: { handle: by.handle, name: by.name }, at: by.at.toString() } : {}
  return conflict('thread.already_concluded', `#${number} was concluded${who}. Reopen it to change the outcome.`, extra)
}
