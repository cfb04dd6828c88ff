import type { Context } from '#platform/context.ts'
import { ensureAdministers } from '../access.ts'
import type { WorkspaceSettings } from '../contract/settings.ts'
import { settingsOf } from './get-workspace.ts'

/** What holds for the whole workspace, for those who administer it. */
export async function getSettings(ctx: Context): Promise<WorkspaceSettings> {
  ensureAdministers(ctx)
  return settingsOf(ctx.db, ctx.workspaceId)
}
