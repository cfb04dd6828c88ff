import { signInCode } from '#features/people/access.ts'
import { getWorkspace } from '#features/workspace/queries/get-workspace.ts'
import type { Database } from '#platform/sql/database.ts'
import type { CodeMail } from '../mail/sign-in.ts'

interface At {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/** The mail of a code; null when it was used, replaced by another or is over meanwhile. */
export async function codeMail(
  { db, workspaceId, now }: At,
  { codeId, secret }: { codeId: string; secret: string },
): Promise<CodeMail | null> {
  const waiting = await db
    .selectFrom('sign_in_codes')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', codeId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .select('id')
    .executeTakeFirst()
  if (!waiting) return null
  const workspace = await getWorkspace(db, workspaceId)
  return { workspace: workspace?.name ?? '', code: signInCode(secret, codeId) }
}
