// oxlint-disable house/commands-record -- whoever calls it records why
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import type { Actor } from '../events.ts'

/** Keeps that an urgent ask interrupted somebody now. */
export async function keepPage(
  tx: Tx,
  { workspaceId, now }: Pick<Actor, 'workspaceId' | 'now'>,
  { askId, personId }: { askId: string; personId: string },
): Promise<void> {
  await tx
    .insertInto('pages')
    .values({ workspace_id: workspaceId, ask_id: askId, id: newId(now), person_id: personId, paged_at: now })
    .execute()
}
