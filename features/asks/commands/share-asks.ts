import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { openAsks } from '../access/asks.ts'
import type { Actor, AskShared } from '../events.ts'
import { subjectOf } from '../rules/subject.ts'

/** Whoever joins a space gets what it has and nobody has taken. */
export async function shareAsks(
  tx: Tx,
  actor: Actor,
  joined: readonly { readonly spaceId: string; readonly personId: string }[],
): Promise<void> {
  for (const { spaceId, personId } of joined) {
    const asks = await openAsks(tx, actor.workspaceId).where('asks.owner_space_id', '=', spaceId).execute()
    for (const ask of asks) {
      if (ask.askerId === personId) continue
      const subject = { ...subjectOf(ask), personId } satisfies AskShared['subject']
      await record(tx, actor, { type: 'ask.shared', placeId: ask.spaceId, streamId: ask.threadId, subject })
    }
  }
}
