import type { Context } from '#platform/context.ts'
import { getThread as threadHead } from '#features/threads/queries/get-thread.ts'
import { postViews } from '#features/threads/queries/post-views.ts'
import type { Ask } from '../contract/ask.ts'
import type { Post, Thread } from '../contract/threads.ts'
import { askViewsOnce } from './ask-views.ts'
import { byDue } from './seen-asks.ts'

const POSTS = 50

/** A thread as the reader sees it: what it is, its posts around the first unread, all its asks. Three statements, four when posts refer to anything. */
export async function getThread(ctx: Context, { number }: { number: string }): Promise<Thread> {
  const head = await threadHead(ctx, number)
  const [posts, asks] = await Promise.all([
    postViews(ctx, head, { around: head.firstUnread ?? head.lastSeq, limit: POSTS }),
    asksIn(ctx, { threadId: head.id }),
  ])
  const open = asks.filter(({ state }) => state === 'open')
  return { ...head, posts: { ...posts, items: withAsks(posts.items, asks) }, asks, openAsks: open.length, nextDue: open[0]?.due ?? null }
}

const asksIn = askViewsOnce((seen, { threadId }: { threadId: string }) => byDue(seen.where('asks.thread_id', '=', threadId)))

/** Each post with the asks that were made in it, as they were put. */
export function withAsks(posts: readonly Omit<Post, 'asks'>[], asks: readonly Ask[]): Post[] {
  const ofPost = Map.groupBy(asks, (ask) => ask.post)
  return posts.map((post) => ({ ...post, asks: (ofPost.get(post.id) ?? []).toSorted((one, other) => (one.id < other.id ? -1 : 1)) }))
}
