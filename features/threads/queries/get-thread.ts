import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { ThreadHead } from '../contract/thread.ts'
import { threadHeads } from './thread-heads.ts'

/** A thread by its number or id, without posts and asks, in one statement; 404 unless the reader may see it. */
export async function getThread(ctx: Context, number: number | string): Promise<ThreadHead> {
  const condition = /^\d+$/.test(String(number)) ? sql`threads.number = ${Number(number)}` : sql`threads.id = ${number}`
  const [head] = await threadHeads(ctx, condition)
  if (!head) throw notFound('thread')
  return head
}

/** As `getThread`, of a thread that is known already. */
export const threadView = (ctx: Context, thread: { readonly id: string }): Promise<ThreadHead> => getThread(ctx, thread.id)
