import type { Database, Tx } from '#platform/sql/database.ts'
import { statementOnce } from '#platform/sql/written-once.ts'
import type { WorkspaceSettings } from '../contract/settings.ts'

/** The workspace's name, slug and settings; null before the first run. */
export async function getWorkspace(db: Database | Tx, workspaceId: number): Promise<WorkspaceSettings | null> {
  const [found] = await workspaceBy(db, { workspaceId })
  return found ?? null
}

const workspaceBy = statementOnce(({ workspaceId }: { workspaceId: number }, from) =>
  from.selectFrom('workspaces').where('id', '=', workspaceId).select(['name', 'slug', 'back_and_forth as backAndForth']),
)

/** The same where there is one: somebody acts in it. */
export async function settingsOf(db: Database | Tx, workspaceId: number): Promise<WorkspaceSettings> {
  const settings = await getWorkspace(db, workspaceId)
  if (!settings) throw new Error('Somebody acts in a workspace that does not exist.')
  return settings
}
