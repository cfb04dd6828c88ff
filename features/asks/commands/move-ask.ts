import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { invalid } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { transact } from '#platform/sql/transact.ts'
import { ensureNeededBy } from '#features/availability/rules/needed-by.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'
import { type AskRow, type AskStanding, ensureOpen, lockAsk } from '../access/asks.ts'
import { calendarsOf, keeperOf } from '../access/calendars.ts'
import type { Ask } from '../contract/ask.ts'
import type { moveAsk as endpoint } from '../contract/asks.ts'
import { mayMove, owesReasonToMove } from '../policy.ts'
import { getAsk } from '../queries/get-ask.ts'
import { onlyParties } from '../rules/not-yours.ts'
import { partiesOf } from '../rules/owner.ts'
import { assignAtOf, type Schedule, scheduleAgain } from '../rules/schedule.ts'
import { subjectOf } from '../rules/subject.ts'
import { keepWithOwner } from './keep-with-owner.ts'
import { rescheduleAsk } from './reschedule-ask.ts'
import { refusalText } from '../rules/refusal-texts.ts'

type Input = InputOf<typeof endpoint>

/** Moves when an ask is needed by, at once: by who asked, or with a reason by who has it. Working days count from now; the first due stays. */
export async function moveAsk(ctx: Context, input: Input): Promise<Ask> {
  return transact(ctx, async (tx) => {
    const ask = await lockAsk(tx, ctx, input.id)
    ensureMayMove(ctx, ask, input)
    await ensureOpen(tx, ctx, ask)
    const refused = ensureNeededBy(input.neededBy, ctx.now.epochMilliseconds)
    if (refused.length > 0) throw invalid(refused)
    const calendar = (await calendarsOf(tx, ctx.workspaceId, [keeperOf(ask)])).of(keeperOf(ask))
    const moved = { ...ask, neededBy: input.neededBy, neededFrom: ctx.now }
    await keepMove(tx, ctx, { ask, input, calendar, schedule: scheduleAgain(calendar, moved, ctx.now) })
    if (ctx.personId === ask.ownerId) await keepWithOwner(tx, ctx, ask)
    await record(tx, ctx, { type: 'ask.moved', placeId: ask.spaceId, streamId: ask.threadId, subject: subjectOf(ask) })
    return getAsk({ ...ctx, db: tx }, input)
  })
}

function ensureMayMove({ personId }: Context, ask: AskStanding, { reason }: Input): void {
  const parties = partiesOf(ask)
  if (!mayMove(personId, parties)) throw onlyParties(ask, 'move')
  if (owesReasonToMove(personId, parties) && reason === undefined)
    throw invalid([{ path: 'reason', message: () => refusalText('reasonToMove') }])
}

interface Move {
  readonly ask: AskRow
  readonly input: Input
  readonly calendar: Resolved
  readonly schedule: Schedule
}

async function keepMove(tx: Tx, ctx: Context, { ask, input, calendar, schedule }: Move): Promise<void> {
  const neededBy = JSON.stringify(input.neededBy)
  await tx
    .updateTable('asks')
    .set({ needed_by: neededBy, needed_from: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ask.id)
    .execute()
  const timing =
    ask.ownerId === null ? { timedById: ask.timedById, assignAt: assignAtOf(calendar, schedule) } : { timedById: null, assignAt: null }
  await rescheduleAsk(tx, { workspaceId: ctx.workspaceId, askId: ask.id, schedule, ...timing })
  await tx
    .insertInto('ask_moves')
    .values({
      workspace_id: ctx.workspaceId,
      ask_id: ask.id,
      id: newId(ctx.now),
      needed_by: neededBy,
      due_before: ask.dueAt,
      due_after: schedule.dueAt,
      reason: input.reason ?? null,
      moved_by: ctx.personId,
      moved_at: ctx.now,
    })
    .execute()
}
