// oxlint-disable house/commands-record -- what was being written concerned nobody
import type { Context } from '#platform/context.ts'

/** Lets go of what the actor was writing for one place. */
export async function dropDraft({ db, workspaceId, personId }: Context, { key }: { key: string }): Promise<{ key: string }> {
  await db.deleteFrom('drafts').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).where('key', '=', key).execute()
  return { key }
}
