import { Failure } from '#platform/contract/failure.ts'
import type { Database } from '#platform/sql/database.ts'

/** The workspace of this server and its first owner, in whose name what is done on the host is done. Refuses before the first run. */
export async function findImporter(db: Database): Promise<{ workspaceId: number; by: string }> {
  const owner = await db
    .selectFrom('people')
    .select(['workspace_id', 'id'])
    .where('role', '=', 'owner')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  if (!owner)
    throw new Failure({
      code: 'workspace.not_set_up',
      status: 409,
      message: () => 'There is no workspace yet. Open Baton in a browser and set it up first.',
    })
  return { workspaceId: owner.workspace_id, by: owner.id }
}
