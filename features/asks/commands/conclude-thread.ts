// oxlint-disable house/commands-record -- what it is made of records its own facts
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { conflict, type Failure } from '#platform/contract/failure.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockThread } from '#features/threads/access.ts'
import { concludeThread as concludePlainThread } from '#features/threads/commands/conclude-thread.ts'
import { maySteerThread } from '#features/threads/policy.ts'
import { mayNotSteer } from '#features/threads/rules/threads.ts'
import { isOpen, openAsks } from '../access/asks.ts'
import type { Ask } from '../contract/ask.ts'
import type { concludeThread as endpoint, Thread } from '../contract/threads.ts'
import { askViews } from '../queries/ask-views.ts'
import { getThread } from '../queries/get-thread.ts'
import { byDue } from '../queries/seen-asks.ts'
import { settleAsks } from './settle-asks.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Concludes a thread that waits for nobody any more; with `withdraw`, what the actor asked is taken back first. */
export async function concludeThread(ctx: Context, { number, body, withdraw }: InputOf<typeof endpoint>): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const thread = await lockThread(tx, ctx, number)
    if (!maySteerThread(ctx, thread)) throw mayNotSteer()
    if (withdraw) await withdrawMine(tx, ctx, thread.id)
    const open = await askViews({ ...ctx, db: tx }, (asks) => byDue(asks.where('asks.thread_id', '=', thread.id).where(isOpen)))
    if (open.length > 0) throw stillOpen(ctx, open)
    await concludePlainThread(tx, ctx, { thread, body })
    return getThread({ ...ctx, db: tx }, { number: thread.id })
  })
}

async function withdrawMine(tx: Tx, ctx: Context, threadId: string): Promise<void> {
  const asks = await openAsks(tx, ctx.workspaceId)
    .where('asks.thread_id', '=', threadId)
    .where('asks.asked_by', '=', ctx.personId)
    .execute()
  await settleAsks(tx, ctx, { asks, end: { state: 'withdrawn' } })
}

function stillOpen({ handle }: Context, asks: readonly Ask[]): Failure {
  const mine = asks.filter(({ from }) => from.handle === handle).length
  const others = asks.length - mine
  const message = (): string => {
    if (others === 0) return refusalText('openMine', { mine })
    return mine === 0 ? refusalText('openOthers', { others }) : refusalText('openBoth', { mine, others })
  }
  return conflict('thread.open_asks', message, { asks })
}
