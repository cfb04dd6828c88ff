import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockPost } from '../access.ts'
import type { addReaction as contract } from '../contract/posts.ts'
import type { ReactionAdded } from '../events.ts'
import { listReactions } from '../queries/list-reactions.ts'
import { ensureThere } from '../rules/posts.ts'
import { ensureEmoji, tooManyReactions } from '../rules/reaction-refusals.ts'
import { MOST_REACTIONS } from '../rules/reactions.ts'
import { ensureWritable } from '../rules/threads.ts'

/** Reacts to a post. Who has reacted so already is not counted twice, and nothing is recorded. Throws `post.many_reactions`. */
export async function addReaction(ctx: Context, { id, emoji: written }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const emoji = ensureEmoji(written)
  return transact(ctx, async (tx) => {
    const { post, thread } = await lockPost(tx, ctx, id)
    ensureThere(post)
    ensureWritable(thread)
    if (await react(tx, ctx, { postId: id, emoji })) {
      await record(tx, ctx, {
        type: 'reaction.added',
        placeId: thread.spaceId,
        streamId: thread.id,
        subject: { threadId: thread.id, postId: id } satisfies ReactionAdded['subject'],
      })
    }
    return listReactions({ ...ctx, db: tx }, { id })
  })
}

/** Whether it is new. The post is held, so that of many at once none goes beyond what it takes. */
async function react(
  tx: Tx,
  { workspaceId, personId, now }: Context,
  { postId, emoji }: { postId: string; emoji: string },
): Promise<boolean> {
  const { rows } = await sql<{ emoji: string }>`
    select distinct emoji from post_reactions where workspace_id = ${workspaceId} and post_id = ${postId}
  `.execute(tx)
  if (rows.length >= MOST_REACTIONS && !rows.some((known) => known.emoji === emoji)) throw tooManyReactions()
  const added = await tx
    .insertInto('post_reactions')
    .values({ workspace_id: workspaceId, post_id: postId, person_id: personId, emoji, reacted_at: now })
    .onConflict((already) => already.doNothing())
    .returning('emoji')
    .executeTakeFirst()
  return added !== undefined
}
