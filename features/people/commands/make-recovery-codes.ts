// oxlint-disable house/commands-record -- the caller records what it is part of
import type { Context } from '#platform/context.ts'
import { newSpelledSecret } from '#platform/secrets/secret.ts'
import type { Tx } from '#platform/sql/database.ts'
import { recoveryHash } from '../access.ts'
import { RECOVERY_CODES } from '../rules/codes.ts'

/** Makes ten recovery codes in place of those before. They are returned and never stored: only hashes are. */
export async function makeRecoveryCodes(tx: Tx, { workspaceId, personId }: Context, serverSecret: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newSpelledSecret)
  await tx.deleteFrom('recovery_codes').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).execute()
  const rows = codes.map((code) => ({
    workspace_id: workspaceId,
    person_id: personId,
    code_hash: recoveryHash(serverSecret, personId, code),
  }))
  await tx.insertInto('recovery_codes').values(rows).execute()
  return codes
}
