// oxlint-disable house/commands-record -- what somebody keeps for later is nobody else's to know
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/sql/transact.ts'
import { requirePost } from '../access.ts'
import { ensureThere } from '../rules/posts.ts'

/** Keeps a post for later; once is enough. Throws `post.deleted`. */
export async function savePost(ctx: Context, { id }: { id: string }): Promise<{ saved: boolean }> {
  return transact(ctx, async (tx) => {
    ensureThere(await requirePost(tx, ctx, id))
    await sql`
      insert into saved_posts (workspace_id, person_id, post_id, saved_at) values (${ctx.workspaceId}, ${ctx.personId}, ${id}, ${ctx.now})
      on conflict do nothing
    `.execute(tx)
    return { saved: true }
  })
}
