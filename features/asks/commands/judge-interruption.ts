import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockAsk } from '../access/asks.ts'
import type { Ask } from '../contract/ask.ts'
import type { judgeInterruption as endpoint } from '../contract/incidents.ts'
import { getAsk } from '../queries/get-ask.ts'
import { alreadyJudged, notInterrupted, stillUrgent } from '../rules/not-yours.ts'
import { subjectOf } from '../rules/subject.ts'

/** Whoever was interrupted says whether it had to be: once, when it is over. */
export async function judgeInterruption(ctx: Context, { id, yes }: InputOf<typeof endpoint>): Promise<Ask> {
  return transact(ctx, async (tx) => {
    const ask = await lockAsk(tx, ctx, id)
    const before = await getAsk({ ...ctx, db: tx }, { id })
    if (before.interruption === null) throw notInterrupted()
    if (before.interruption.necessary === null && !before.may.judge) throw stillUrgent()
    const fresh = await tx
      .insertInto('interruption_answers')
      .values({ workspace_id: ctx.workspaceId, ask_id: id, person_id: ctx.personId, yes, answered_at: ctx.now })
      .onConflict((already) => already.doNothing())
      .returning('ask_id')
      .executeTakeFirst()
    if (!fresh) throw alreadyJudged()
    await record(tx, ctx, { type: 'ask.judged', placeId: ask.spaceId, streamId: ask.threadId, subject: subjectOf(ask) })
    return getAsk({ ...ctx, db: tx }, { id })
  })
}
