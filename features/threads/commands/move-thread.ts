import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { membersOf, readersAmong } from '#features/spaces/access.ts'
import type { ThreadRow } from '../access.ts'
import type { ThreadMoved } from '../events.ts'
import { keepOrigin } from './keep-origin.ts'
import { openThread } from './open-thread.ts'
import { refusalText } from '../rules/refusal-texts.ts'

interface Moving {
  /** As `requireThread` gave it. */
  readonly thread: ThreadRow
  readonly space: { readonly id: string; readonly archived: boolean }
  readonly kind: string
  readonly title: string
  readonly body: string
}

/**
 * Goes on with a direct thread in a space: a new one there, with what was written for it and nothing else. Those of its people who may read it
 * follow it. Throws `thread.not_direct` and `space.archived`.
 */
export async function moveThread(tx: Tx, ctx: Context, { thread, space, kind, title, body }: Moving): Promise<string> {
  if (!thread.direct) throw conflict('thread.not_direct', () => refusalText('inSpaceAlready', { number: String(thread.number) }))
  const written = { purpose: '', highlights: null, driId: null, closesOn: null, fyi: false }
  const opened = await openThread(tx, ctx, {
    space,
    kind,
    title,
    body,
    ...written,
    alongside: async ({ threadId }) => {
      await keepOrigin(tx, ctx, { threadId, fromThreadId: thread.id, how: 'moved' })
      await letFollow(tx, ctx, { threadId, spaceId: space.id, fromSpaceId: thread.spaceId })
      await record(tx, ctx, {
        type: 'thread.moved',
        placeId: thread.spaceId,
        streamId: thread.id,
        subject: { threadId: thread.id, toThreadId: threadId } satisfies ThreadMoved['subject'],
      })
    },
  })
  return opened.threadId
}

interface Followers {
  readonly threadId: string
  readonly spaceId: string
  readonly fromSpaceId: string
}

async function letFollow(tx: Tx, { workspaceId, now }: Context, { threadId, spaceId, fromSpaceId }: Followers): Promise<void> {
  const people = await membersOf(tx, { workspaceId, spaceId: fromSpaceId })
  const readers = await readersAmong(tx, { workspaceId, spaceId, personIds: people })
  await tx
    .insertInto('thread_follows')
    .values(
      [...readers].map((personId) => ({
        workspace_id: workspaceId,
        person_id: personId,
        thread_id: threadId,
        level: 'digest',
        set_at: now,
      })),
    )
    .onConflict((already) => already.doNothing())
    .execute()
}
