import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { readersAmong } from '#features/spaces/access.ts'
import type { FilesIn } from '../contract/file.ts'
import type { ThreadOpened } from '../events.ts'
import { driCannotRead, ensureWritable } from '../rules/threads.ts'
import { noTurns } from '../rules/turns.ts'
import { followNamed } from './follow-named.ts'
import { insertThread } from './insert-thread.ts'
import { numberThreads } from './number-threads.ts'
import { writePost } from './write-post.ts'

export interface NewThread {
  readonly space: { readonly id: string; readonly archived: boolean }
  readonly kind: string
  readonly title: string
  readonly purpose: string
  readonly highlights: string | null
  readonly body: string
  readonly driId: string | null
  readonly closesOn: string | null
  readonly fyi: boolean
  readonly files?: FilesIn
  /** What else is written in the same transaction, before the thread takes its number. */
  readonly alongside?: ((opened: Opened) => Promise<void>) | undefined
}

interface Opened {
  readonly threadId: string
  readonly postId: string
  readonly seq: number
}

/**
 * Opens a thread with its first post. Its number is taken last, because everybody who opens a thread waits for whoever holds the counter:
 * write whatever belongs to it `alongside`, and end the transaction soon. Throws `space.archived`, and `dri` (422) for who may not read it.
 */
export async function openThread(tx: Tx, ctx: Context, thread: NewThread): Promise<Opened & { number: number }> {
  ensureWritable(thread.space)
  await ensureDriReads(tx, ctx, thread)
  const id = newId(ctx.now)
  await insertThread(tx, ctx, { ...thread, id })
  const { postId, seq } = await writePost(tx, ctx, {
    thread: { ...noTurns, id, spaceId: thread.space.id, lastSeq: 0 },
    body: thread.body,
    fyi: thread.fyi,
    files: thread.files ?? [],
  })
  if (thread.driId !== null) await followNamed(tx, ctx, { threadId: id, personIds: [thread.driId] })
  await record(tx, ctx, {
    type: 'thread.opened',
    placeId: thread.space.id,
    streamId: id,
    subject: { threadId: id, postId, driId: thread.driId } satisfies ThreadOpened['subject'],
  })
  const opened = { threadId: id, postId, seq }
  await thread.alongside?.(opened)
  const [number] = await numberThreads(tx, ctx, [id])
  if (number === undefined) throw new Error('the thread that was just opened is gone')
  return { ...opened, number }
}

async function ensureDriReads(tx: Tx, { workspaceId }: Context, { space, driId }: NewThread): Promise<void> {
  if (driId === null) return
  const readers = await readersAmong(tx, { workspaceId, spaceId: space.id, personIds: [driId] })
  if (!readers.has(driId)) throw driCannotRead()
}
