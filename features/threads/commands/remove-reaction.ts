import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockPost } from '../access.ts'
import type { removeReaction as contract } from '../contract/posts.ts'
import type { ReactionRemoved } from '../events.ts'
import { listReactions } from '../queries/list-reactions.ts'
import { ensureEmoji } from '../rules/reaction-refusals.ts'
import { ensureWritable } from '../rules/threads.ts'

/** Takes the actor's own reaction back; where there is none, nothing changes and nothing is recorded. */
export async function removeReaction(ctx: Context, { id, emoji: written }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const emoji = ensureEmoji(written)
  return transact(ctx, async (tx) => {
    const { thread } = await lockPost(tx, ctx, id)
    ensureWritable(thread)
    const removed = await tx
      .deleteFrom('post_reactions')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('post_id', '=', id)
      .where('emoji', '=', emoji)
      .where('person_id', '=', ctx.personId)
      .returning('emoji')
      .executeTakeFirst()
    if (removed) {
      await record(tx, ctx, {
        type: 'reaction.removed',
        placeId: thread.spaceId,
        streamId: thread.id,
        subject: { threadId: thread.id, postId: id } satisfies ReactionRemoved['subject'],
      })
    }
    return listReactions({ ...ctx, db: tx }, { id })
  })
}
