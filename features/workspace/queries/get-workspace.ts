import type { Database, Tx } from '#platform/sql/database.ts'
import type { WorkspaceSettings } from '../contract/settings.ts'

/** The workspace's name, slug and settings; null before the first run. */
export async function getWorkspace(db: Database | Tx, workspaceId: number): Promise<WorkspaceSettings | null> {
  const found = await db
    .selectFrom('workspaces')
    .where('id', '=', workspaceId)
    .select(['name', 'slug', 'back_and_forth as backAndForth'])
    .executeTakeFirst()
  return found ?? null
}

/** The same where there is one: somebody acts in it. */
export async function settingsOf(db: Database | Tx, workspaceId: number): Promise<WorkspaceSettings> {
  const settings = await getWorkspace(db, workspaceId)
  if (!settings) throw new Error('Somebody acts in a workspace that does not exist.')
  return settings
}
