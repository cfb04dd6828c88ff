// oxlint-disable house/commands-record -- what it is made of records its own facts
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { notFound } from '#platform/contract/failure.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireSpace } from '#features/spaces/access.ts'
import { requireThread } from '#features/threads/access.ts'
import { moveThread as movePlainThread } from '#features/threads/commands/move-thread.ts'
import type { moveThread as endpoint, Thread } from '../contract/threads.ts'
import { getThread } from '../queries/get-thread.ts'

/** Goes on with a direct thread in a space, by a new thread there. */
export async function moveThread(ctx: Context, { number, space: slug, ...written }: InputOf<typeof endpoint>): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const thread = await requireThread(tx, ctx, number)
    const space = await requireSpace(tx, ctx, { slug, path: 'space' })
    if (space.direct) throw notFound('space', 'space')
    const threadId = await movePlainThread(tx, ctx, { thread, space, ...written })
    return getThread({ ...ctx, db: tx }, { number: threadId })
  })
}
