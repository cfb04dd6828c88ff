import { sql } from 'kysely'
import { settingsOf } from '#features/workspace/queries/get-workspace.ts'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import type { ThreadRow } from '../access.ts'
import type { ThreadOpened, ThreadSplit } from '../events.ts'
import { maySteerThread } from '../policy.ts'
import { type Choice, type ChosenPost, chosenPosts } from '../queries/chosen-posts.ts'
import { ensureWritable, mayNotSteer } from '../rules/threads.ts'
import { exchangesOf, noTurns, type Turns, turnsAfter } from '../rules/turns.ts'
import { countWords } from '../rules/words.ts'
import { addTurn } from './add-turn.ts'
import { insertThread } from './insert-thread.ts'
import { keepOrigin } from './keep-origin.ts'
import { movePosts } from './move-posts.ts'
import { numberThreads } from './number-threads.ts'

interface Splitting {
  /** As `lockThread` gave it, after `lockPosition`. */
  readonly thread: ThreadRow
  readonly choice: Choice
  readonly title: string
  /** The short summary at the top of the new thread. */
  readonly highlights: string | null
  /** What else goes along in the same transaction, before the new thread takes its number. */
  readonly alongside: (moved: { readonly threadId: string; readonly postIds: readonly string[] }) => Promise<void>
}

/** Takes posts out of a held thread into a new one in the same space. Throws 403, `space.archived`, and what `chosenPosts` throws. */
export async function splitThread(tx: Tx, ctx: Context, { thread, choice, title, highlights, alongside }: Splitting): Promise<string> {
  if (!maySteerThread(ctx, thread)) throw mayNotSteer()
  ensureWritable(thread)
  const posts = await chosenPosts(tx, ctx, { threadId: thread.id, choice })
  const id = newId(ctx.now)
  const space = { id: thread.spaceId }
  await insertThread(tx, ctx, { id, space, kind: 'discussion', title, purpose: '', highlights, driId: null, closesOn: null })
  await keepOrigin(tx, ctx, { threadId: id, fromThreadId: thread.id, how: 'split' })
  await movePosts(tx, ctx, { from: thread.id, to: id, posts })
  await count(tx, ctx, { thread, id, posts })
  await addTurn(tx, ctx, { thread, kind: 'pivoted', pivotTo: 'split' })
  await recordSplit(tx, ctx, { thread, id, posts })
  await alongside({ threadId: id, postIds: posts.map((post) => post.id) })
  await numberThreads(tx, ctx, [id])
  return id
}

interface Parted {
  readonly thread: ThreadRow
  /** Of the new thread. */
  readonly id: string
  readonly posts: readonly ChosenPost[]
}

/** The back and forth goes with the posts; where two had gone on for long, what it came to is owed where they began. */
async function count(tx: Tx, { workspaceId }: Context, { thread, id, posts }: Parted): Promise<void> {
  const words = posts.reduce((sum, { body }) => sum + countWords(body), 0)
  const run = posts.reduce<Turns>((turns, { authorId }) => turnsAfter(turns, authorId), noTurns)
  const { backAndForth } = await settingsOf(tx, workspaceId)
  const owes = exchangesOf(thread) >= backAndForth && !thread.concluded
  await sql`
    with parted as (
      update threads set post_count = post_count - ${posts.length}, word_count = greatest(0, word_count - ${words}),
        turns = 0, turn_of = null, turn_before = null, outcome_owed = outcome_owed or ${owes}
      where workspace_id = ${workspaceId} and id = ${thread.id}
    )
    update threads set last_seq = ${posts.length}, post_count = ${posts.length}, word_count = ${words},
      turns = ${run.turns}, turn_of = ${run.turnOf}, turn_before = ${run.turnBefore}
    where workspace_id = ${workspaceId} and id = ${id}
  `.execute(tx)
}

async function recordSplit(tx: Tx, ctx: Context, { thread, id, posts }: Parted): Promise<void> {
  await record(tx, ctx, {
    type: 'thread.opened',
    placeId: thread.spaceId,
    streamId: id,
    subject: { threadId: id, postId: posts[0]?.id ?? '', driId: null } satisfies ThreadOpened['subject'],
  })
  await record(tx, ctx, {
    type: 'thread.split',
    placeId: thread.spaceId,
    streamId: thread.id,
    subject: { threadId: thread.id, toThreadId: id } satisfies ThreadSplit['subject'],
  })
}
