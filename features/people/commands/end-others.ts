// oxlint-disable house/commands-record -- the caller records what it is part of
import type { Context } from '#platform/context.ts'
import type { Visit } from '#platform/http/visit.ts'
import type { Tx } from '#platform/sql/database.ts'

/** Ends one's own sessions but the one that asks, on the caller's transaction. */
export async function endOthers(tx: Tx, { workspaceId, personId }: Context, { identity }: Visit): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('id', '<>', identity?.id ?? '')
    .execute()
}
