// oxlint-disable house/commands-record -- what somebody does with their own inbox is private; what settles an ask records that
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { conflict, invalid } from '#platform/contract/failure.ts'
import { takePosition } from '#platform/events/drain-outbox.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { answerAsk } from '#features/asks/commands/answer-ask.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import type { changeInboxItem as endpoint, InboxItem } from '../contract.ts'
import { getItem } from '../queries/get-item.ts'
import { wakesAt } from '../rules/levels.ts'
import { refusalText } from '../rules/refusal-texts.ts'

type Input = InputOf<typeof endpoint>

const LONGEST = 3_653 * 24

/** Marks an item done, snoozes it, or takes it up again. Throws `ask.open` where only an answer settles it, `ask.settled` where nothing is open. */
export async function changeItem(ctx: Context, input: Input): Promise<InboxItem> {
  return transact(ctx, async (tx) => {
    const within = { ...ctx, db: tx }
    const item = await getItem(within, input)
    if (item.why === 'ask') await changeAskItem(within, item, input)
    else await keepState(tx, ctx, input)
    return getItem(within, input)
  })
}

/** An ask is done when it is settled: an ask to do something says so by being marked done. */
async function changeAskItem(ctx: Context & { readonly db: Tx }, item: InboxItem, input: Input): Promise<void> {
  if (item.state === 'done' || !item.ask) {
    if (input.state === 'done') return
    throw conflict('ask.settled', () => refusalText('askSettled'))
  }
  if (input.state !== 'done') return keepState(ctx.db, ctx, input)
  if (item.ask.verb !== 'do') throw conflict('ask.open', () => refusalText('askOpen'))
  await answerAsk(ctx, { id: item.ask.id, body: 'Done.' })
}

async function keepState(tx: Tx, ctx: Context, { id, state, until }: Input): Promise<void> {
  // Taken up again, it stands behind what was cleared before.
  const fresh = state === 'done' ? {} : { position: await takePosition(tx, ctx.workspaceId) }
  await tx
    .updateTable('inbox_items')
    .set({ state, snoozed_until: until === undefined ? ctx.now : await wake(tx, ctx, until), ...fresh })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('person_id', '=', ctx.personId)
    .where('id', '=', id)
    .execute()
}

async function wake(tx: Tx, { workspaceId, personId, now }: Context, until: string): Promise<Temporal.Instant> {
  const instant = Temporal.Instant.from(until)
  if (Temporal.Instant.compare(instant, now) <= 0) throw invalid([{ path: 'until', message: () => refusalText('past') }])
  if (instant.since(now).total('hours') > LONGEST) throw invalid([{ path: 'until', message: () => refusalText('withinTenYears') }])
  const calendars = await resolvedCalendars(tx, workspaceId, [personId])
  return Temporal.Instant.fromEpochMilliseconds(wakesAt(calendars.get(personId), instant.epochMilliseconds))
}
