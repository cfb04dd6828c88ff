// oxlint-disable house/commands-record -- the session that the code begins records itself
import type { Tx } from '#platform/sql/database.ts'
import { servedWorkspace } from '../access.ts'
import { signInRefused } from '../rules/failures.ts'

/** Uses a code up, once: of two at the same time the second is refused. */
export async function spendCode(tx: Tx, { now }: { readonly now: Temporal.Instant }, codeId: string): Promise<void> {
  const spent = await tx
    .updateTable('sign_in_codes')
    .set({ used_at: now })
    .where('workspace_id', '=', servedWorkspace)
    .where('id', '=', codeId)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!spent) throw signInRefused('code')
}
