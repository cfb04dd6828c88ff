import type { Context } from '#platform/context.ts'
import { statementOnce } from '#platform/sql/written-once.ts'
import type { PersonName } from '#platform/contract/shapes.ts'
import type { Ask, AskMay } from '../contract/ask.ts'
import { mayAcknowledge, mayAnswer, mayDecline, mayJudge, mayMove, mayPass, mayTake, mayTakePost, mayWithdraw } from '../policy.ts'
import { type Reader, type SeenAsk, type SeenAsks, seenAsks } from './seen-asks.ts'
import { pagingOf } from './urgent-columns.ts'

/** The asks the reader may see, narrowed and ordered as the caller says, in one statement. */
export async function askViews(ctx: Context, narrow: (asks: SeenAsks) => SeenAsks): Promise<Ask[]> {
  const rows = await narrow(seenAsks(ctx)).execute()
  return rows.map((row) => askView(ctx, row))
}

/** As `askViews`, for what is narrowed and ordered alike each time, by `values`: its text is written once. */
export function askViewsOnce<V extends object>(narrow: (asks: SeenAsks, values: V & Reader) => SeenAsks) {
  const statement = statementOnce((values: V & Reader, db) => narrow(seenAsks(readerOf(values, db)), values), ['role'])
  return async (ctx: Context, values: V): Promise<Ask[]> => {
    const { workspaceId, personId, role, now } = ctx
    return (await statement(ctx.db, { ...values, workspaceId, personId, role, now })).map((row) => askView(ctx, row))
  }
}

const readerOf = ({ workspaceId, personId, role, now }: Reader, db: Context['db']) => ({ db, workspaceId, personId, role, now })

/** One ask as it is shown, with what the reader may do. */
export function askView(ctx: Pick<Context, 'personId'>, row: SeenAsk): Ask {
  return { ...partsOf(row), ...timesOf(row), ...courseOf(row), ...endOf(row), ...urgencyOf(row), may: mayOf(ctx.personId, row) }
}

function partsOf(row: SeenAsk) {
  const { id, number, space, post_id: post, text, respondWithin, interrupts, urgentReason, minutes, meanwhile } = row
  return {
    id,
    number,
    space,
    post,
    text,
    respondWithin,
    interrupts,
    urgentReason,
    minutes,
    meanwhile,
    from: { handle: row.askerHandle, name: row.askerName },
    to: row.asked,
    owner: row.owner,
    cover: row.cover,
    // The table allows no other words, and needed-by was parsed before it was written.
    verb: row.verb as Ask['verb'],
    attention: row.attention as Ask['attention'],
    state: row.state as Ask['state'],
    neededBy: row.neededBy as Ask['neededBy'],
  }
}

function timesOf(row: SeenAsk) {
  const { tight, unreachable, outside } = row
  return {
    at: row.at.toString(),
    deliverAt: text(row.deliverAt),
    deliveredAt: text(row.delivered_at),
    assignAt: row.state === 'open' ? text(row.assignAt) : null,
    due: text(row.due_at),
    firstDue: text(row.firstDue),
    expires: text(row.expires),
    tight,
    unreachable,
    outside,
  }
}

function courseOf({ passes, moves, seen }: SeenAsk) {
  return {
    passes: (passes ?? []).map((pass) => ({ ...pass, at: utc(pass.at) })),
    moves: (moves ?? []).map((move) => ({
      ...move,
      // Parsed before it was written.
      neededBy: move.neededBy as Ask['moves'][number]['neededBy'],
      dueBefore: move.dueBefore && utc(move.dueBefore),
      due: move.due && utc(move.due),
      at: utc(move.at),
    })),
    seen: (seen ?? []).map((one) => ({ ...one, at: utc(one.at) })),
  }
}

function endOf(row: SeenAsk): Pick<Ask, 'answer' | 'settled' | 'reason'> {
  const by = nameOf(row.settlerHandle, row.settlerName)
  const answerer = nameOf(row.answererHandle, row.answererName)
  const at = text(row.settledAt)
  return {
    answer: row.answerPost && answerer && at ? { post: row.answerPost, by: answerer, at, link: row.answerLink } : null,
    settled: at ? { by, at } : null,
    reason: row.reason ?? row.urgentReason,
  }
}

function urgencyOf({ paging, own, state }: SeenAsk): Pick<Ask, 'paging' | 'interruption'> {
  return { paging: pagingOf(paging, state), interruption: own?.interrupted ? { necessary: own.necessary } : null }
}

/** It calls whoever was paged, and whoever is on shift, until somebody has it. */
const calls = ({ paging, own }: SeenAsk): boolean =>
  paging !== null && (paging.ended === null || paging.ended === 'unacknowledged') && (own?.interrupted === true || own?.onShift === true)

/** Who has it has said so: that is on record once. */
const isSeenByOwner = ({ owner, seen }: SeenAsk): boolean => 'handle' in owner && (seen ?? []).some(({ by }) => by.handle === owner.handle)

function mayOf(reader: string, row: SeenAsk): AskMay {
  const { asked_by: asker, owner_id: owner, isOffered, state, own } = row
  const ask = { asker, owner, isOffered }
  const open = state === 'open'
  return {
    answer: open && mayAnswer(reader, ask),
    takePost: open && mayTakePost(reader, ask),
    decline: open && mayDecline(reader, ask),
    pass: open && mayPass(reader, ask),
    withdraw: open && mayWithdraw(reader, ask),
    acknowledge: open && mayAcknowledge(reader, ask, calls(row)) && (calls(row) || !isSeenByOwner(row)),
    move: open && mayMove(reader, ask),
    take: open && mayTake(reader, ask),
    judge: own !== null && mayJudge({ ...own, judged: own.necessary !== null }),
  }
}

const nameOf = (handle: string | null, name: string | null): PersonName | null =>
  handle !== null && name !== null ? { handle, name } : null

const text = (instant: Temporal.Instant | null): string | null => instant?.toString() ?? null

/** The database writes instants into JSON with an offset. */
const utc = (instant: string): string => Temporal.Instant.from(instant).toString()
