import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Tx } from '#platform/sql/database.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { AnswerPlace } from '../rules/answer-place.ts'

interface Wanted {
  readonly post?: string | undefined
  readonly thread?: number | undefined
}

/** The post or thread that is named as an answer, as far as the actor sees it, or 404. A deleted post answers nothing. */
export async function answerPlace(tx: Tx, ctx: Context, { post, thread }: Wanted): Promise<AnswerPlace> {
  const found = post === undefined ? await placeOfThread(tx, ctx, thread ?? 0) : await placeOfPost(tx, ctx, post)
  if (!found) throw post === undefined ? notFound('thread', 'thread') : notFound('post', 'post')
  return found
}

function placeOfThread(tx: Tx, ctx: Context, number: number): Promise<AnswerPlace | undefined> {
  return tx
    .selectFrom('threads')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('number', '=', number)
    .where('space_id', 'in', visibleSpaces(ctx))
    .select(['id as threadId', 'number'])
    .select((row) => row.val<string | null>(null).as('postId'))
    .executeTakeFirst()
}

function placeOfPost(tx: Tx, ctx: Context, postId: string): Promise<AnswerPlace | undefined> {
  return tx
    .selectFrom('posts')
    .innerJoin('threads', (join) =>
      join.onRef('threads.workspace_id', '=', 'posts.workspace_id').onRef('threads.id', '=', 'posts.thread_id'),
    )
    .where('posts.workspace_id', '=', ctx.workspaceId)
    .where('posts.id', '=', postId)
    .where('posts.deleted', '=', false)
    .where('threads.space_id', 'in', visibleSpaces(ctx))
    .select(['threads.id as threadId', 'threads.number', 'posts.id as postId'])
    .executeTakeFirst()
}
