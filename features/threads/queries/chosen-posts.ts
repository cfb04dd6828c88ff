import type { Context } from '#platform/context.ts'
import { type FieldError, invalid, notFound } from '#platform/contract/failure.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Which posts of a thread: these by id, or all from one seq on. */
export type Choice = { readonly posts: readonly string[] } | { readonly from: number }

export interface ChosenPost {
  readonly id: string
  readonly seq: number
  readonly authorId: string
  readonly body: string
  readonly postedAt: Temporal.Instant
}

/**
 * The posts of a held thread that may be taken out of it, by seq. Throws 404 for one that does not stand there, and 422 for the one that opens
 * the thread, for one that is deleted, and where nothing is left to take.
 */
export async function chosenPosts(
  tx: Tx,
  { workspaceId }: Context,
  { threadId, choice }: { threadId: string; choice: Choice },
): Promise<ChosenPost[]> {
  const posts = tx
    .selectFrom('posts')
    .where('workspace_id', '=', workspaceId)
    .where('thread_id', '=', threadId)
    .orderBy('seq')
    .select(['id', 'seq', 'author_id as authorId', 'body', 'deleted', 'posted_at as postedAt'])
  if ('from' in choice) {
    const found = await posts.where('seq', '>=', choice.from).where('deleted', '=', false).execute()
    if (found.length === 0) throw invalid([{ path: 'from', message: () => refusalText('noPostThere') }])
    if (found[0]?.seq === 1) throw invalid([opensThread('from')])
    return found
  }
  const found = await posts.where('id', '=', anyOf(choice.posts)).execute()
  for (const [index, id] of choice.posts.entries()) {
    const post = found.find((one) => one.id === id)
    if (!post) throw notFound('post', `posts.${index}`)
    if (post.seq === 1) throw invalid([opensThread(`posts.${index}`)])
    if (post.deleted) throw invalid([{ path: `posts.${index}`, message: () => refusalText('postGoneFromChoice') }])
  }
  return found
}

const opensThread = (path: string): FieldError => ({ path, message: () => refusalText('opensThread') })
