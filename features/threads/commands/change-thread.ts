import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { requirePerson } from '#features/people/access.ts'
import { readersAmong } from '#features/spaces/access.ts'
import { lockThread, type ThreadRow } from '../access.ts'
import type { changeThread as contract } from '../contract/threads.ts'
import type { ThreadHead } from '../contract/thread.ts'
import type { ThreadChanged } from '../events.ts'
import { mayChangeThread } from '../policy.ts'
import { threadView } from '../queries/get-thread.ts'
import { namedVersion } from '../queries/thread-version.ts'
import { ensureSameText } from '../rules/kept-text.ts'
import { driCannotRead, ensureWritable, threadNotYours } from '../rules/threads.ts'
import { followNamed } from './follow-named.ts'

/** Changes what a thread says of itself. Throws 403, `space.archived`, `thread.text_changed` (412), and for a DRI who is not there (404) or may not read it (422). */
export async function changeThread(ctx: Context, { number, title, purpose, dri, closesOn }: InputOf<typeof contract>): Promise<ThreadHead> {
  return transact(ctx, async (tx) => {
    const thread = await lockThread(tx, ctx, number)
    if (!mayChangeThread(ctx, thread)) throw threadNotYours()
    ensureWritable(thread)
    ensureSameText(ctx.ifMatch, { of: 'named', version: namedVersion(thread) })
    const driId = dri === undefined ? thread.driId : dri && (await requireDri(tx, ctx, { thread, handle: dri }))
    const after = {
      title: title ?? thread.title,
      purpose: purpose ?? thread.purpose,
      driId,
      closesOn: closesOn === undefined ? thread.closesOn : closesOn,
    }
    if (differs(thread, after)) await keep(tx, ctx, { thread, after })
    return threadView({ ...ctx, db: tx }, thread)
  })
}

type Changeable = Pick<ThreadRow, 'title' | 'purpose' | 'driId' | 'closesOn'>

const differs = (before: Changeable, after: Changeable): boolean =>
  before.title !== after.title || before.purpose !== after.purpose || before.driId !== after.driId || before.closesOn !== after.closesOn

async function keep(tx: Tx, ctx: Context, { thread, after }: { thread: ThreadRow; after: Changeable }): Promise<void> {
  await tx
    .updateTable('threads')
    .set({ title: after.title, purpose: after.purpose, dri_id: after.driId, closes_on: after.closesOn })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', thread.id)
    .execute()
  if (after.driId !== null && after.driId !== thread.driId) await followNamed(tx, ctx, { threadId: thread.id, personIds: [after.driId] })
  const handedOver = after.driId === thread.driId ? {} : { driId: after.driId }
  await record(tx, ctx, {
    type: 'thread.changed',
    placeId: thread.spaceId,
    streamId: thread.id,
    subject: { threadId: thread.id, ...handedOver } satisfies ThreadChanged['subject'],
  })
}

async function requireDri(tx: Tx, ctx: Context, { thread, handle }: { thread: ThreadRow; handle: string }): Promise<string> {
  const { id } = await requirePerson(tx, ctx, { handle, path: 'dri' })
  const readers = await readersAmong(tx, { workspaceId: ctx.workspaceId, spaceId: thread.spaceId, personIds: [id] })
  if (!readers.has(id)) throw driCannotRead()
  return id
}
