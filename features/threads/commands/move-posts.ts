// oxlint-disable house/commands-record -- whoever splits a thread records it
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { moveFacts } from '#platform/events/move-facts.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import type { ChosenPost } from '../queries/chosen-posts.ts'

export interface PostMoving {
  readonly from: string
  readonly to: string
  /** By seq; the new ones begin at 1. */
  readonly posts: readonly ChosenPost[]
}

/**
 * Makes posts of one held thread those of another that has none yet, in their order. Each leaves a place that says where it went, so that no
 * seq is ever another post's; what people have read and how they follow goes along. Counts are the caller's to write.
 */
export async function movePosts(tx: Tx, ctx: Context, { from, to, posts }: PostMoving): Promise<void> {
  const { workspaceId } = ctx
  const seqs = posts.map(({ seq }, index) => ({ before: seq, after: index + 1 }))
  await sql`
    update posts set thread_id = ${to}, seq = moved.seq
    from unnest(${posts.map(({ id }) => id)}::uuid[], ${seqs.map(({ after }) => after)}::integer[]) as moved (id, seq)
    where posts.workspace_id = ${workspaceId} and posts.id = moved.id
  `.execute(tx)
  await leavePlaces(tx, ctx, { from, posts })
  await moveFacts(tx, workspaceId, { type: 'post.added', from, to, seqs, subject: { threadId: to } })
  await takeReadersAlong(tx, ctx, { from, to, seqs: posts.map(({ seq }) => seq) })
}

async function leavePlaces(
  tx: Tx,
  { workspaceId, personId, now }: Context,
  { from, posts }: Pick<PostMoving, 'from' | 'posts'>,
): Promise<void> {
  const places = posts.map(({ id, seq, authorId, postedAt }) => ({
    place: newId(now),
    post: id,
    seq,
    author: authorId,
    at: postedAt.toString(),
  }))
  await sql`
    with left_behind as (
      select * from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as given (place uuid, post uuid, seq integer, author uuid, at timestamptz)
    ), place as (
      insert into posts (workspace_id, id, thread_id, seq, author_id, body, posted_at, deleted)
      select ${workspaceId}::integer, place, ${from}::uuid, seq, author, '', at, true from left_behind
    )
    insert into post_moves (workspace_id, place_id, post_id, moved_by, moved_at)
    select ${workspaceId}::integer, place, post, ${personId}::uuid, ${now}::timestamptz from left_behind
  `.execute(tx)
}

interface Along {
  readonly from: string
  readonly to: string
  readonly seqs: readonly number[]
}

/** Who has read the thread up to some post has read as many of those that moved as stood before it. */
async function takeReadersAlong(tx: Tx, { workspaceId, personId, now }: Context, { from, to, seqs }: Along): Promise<void> {
  await sql`
    insert into read_marks (workspace_id, person_id, thread_id, seq, read_at)
    select mark.workspace_id, mark.person_id, ${to}::uuid, count(*)::integer, mark.read_at
    from read_marks mark join unnest(${[...seqs]}::integer[]) as moved (seq) on moved.seq <= mark.seq
    where mark.workspace_id = ${workspaceId} and mark.thread_id = ${from}
    group by mark.workspace_id, mark.person_id, mark.read_at
  `.execute(tx)
  await sql`
    insert into thread_follows (workspace_id, person_id, thread_id, level, set_at)
    select workspace_id, person_id, ${to}::uuid, level, set_at from thread_follows where workspace_id = ${workspaceId} and thread_id = ${from}
    union all
    select ${workspaceId}::integer, ${personId}::uuid, ${to}::uuid, 'digest', ${now}::timestamptz
    on conflict do nothing
  `.execute(tx)
}
