import type { Context } from '#platform/context.ts'
import { conflict, type Failure, invalid } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { ThreadRow } from '../access.ts'
import type { ThreadConcluded } from '../events.ts'
import { maySteerThread } from '../policy.ts'
import { type KeptText, keptText } from '../queries/kept-text.ts'
import { ensureSameText, standing } from '../rules/kept-text.ts'
import { ensureWritable, mayNotSteer } from '../rules/threads.ts'
import { addTurn } from './add-turn.ts'
import { writeOutcome } from './write-outcome.ts'
import { refusalText } from '../rules/refusal-texts.ts'

interface Conclusion {
  /** As `lockThread` gave it. */
  readonly thread: ThreadRow
  /** What it concludes; without it, the draft. */
  readonly body?: string | undefined
}

/**
 * Ends a held thread with its outcome. Throws 403, `space.archived`, `thread.already_concluded` with who did, 412 when another text stands than
 * it was written against, and 422 for `body` when nothing was written yet. Open asks are the caller's to look after.
 */
export async function concludeThread(tx: Tx, ctx: Context, { thread, body }: Conclusion): Promise<void> {
  if (!maySteerThread(ctx, thread)) throw mayNotSteer()
  ensureWritable(thread)
  const written = await keptText(tx, ctx, { of: 'thread_outcomes', threadId: thread.id })
  if (thread.concluded) throw alreadyConcluded(thread.number, written)
  ensureSameText(ctx.ifMatch, standing('outcome', written))
  const outcome = body ?? written?.body
  if (outcome === undefined) throw invalid([{ path: 'body', message: () => refusalText('outcomeMissing') }])
  await writeOutcome(tx, ctx, { threadId: thread.id, body: outcome, concluded: true })
  await addTurn(tx, ctx, { thread, kind: 'concluded' })
  await record(tx, ctx, {
    type: 'thread.concluded',
    placeId: thread.spaceId,
    streamId: thread.id,
    subject: { threadId: thread.id } satisfies ThreadConcluded['subject'],
  })
}

function alreadyConcluded(number: number, by: KeptText | undefined): Failure {
  const extra = by ? { by: { handle: by.handle, name: by.name }, at: by.at.toString() } : {}
  const message = (): string =>
    by ? refusalText('concludedBy', { number: String(number), name: by.name }) : refusalText('concludedAlready', { number: String(number) })
  return conflict('thread.already_concluded', message, extra)
}
