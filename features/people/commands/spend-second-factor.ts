import { record } from '#platform/events/record.ts'
import type { Context } from '#platform/context.ts'
import { totpStep } from '#platform/secrets/totp.ts'
import type { Tx } from '#platform/sql/database.ts'
import { openedFactor, recoveryHash } from '../access.ts'
import type { Shown } from '../rules/failures.ts'

type At = Pick<Context, 'workspaceId' | 'now' | 'personId' | 'origin'>

/** Uses up what somebody shows as their second factor: a code of their app, of a later step than any before, or a recovery code. */
export async function spendSecondFactor(tx: Tx, at: At, { given, secret }: { given: string | undefined; secret: string }): Promise<Shown> {
  const factor = await tx
    .selectFrom('second_factors')
    .where('workspace_id', '=', at.workspaceId)
    .where('person_id', '=', at.personId)
    .where('confirmed_at', 'is not', null)
    .select('secret')
    .executeTakeFirst()
  if (!factor) return 'none'
  if (!given) return 'missing'
  const code = given.replaceAll(/\s/g, '')
  const totp = openedFactor(secret, at.personId, factor.secret)
  const step = totp === null ? null : totpStep(totp, code, at.now)
  const isSpent = step === null ? await spendRecoveryCode(tx, at, recoveryHash(secret, at.personId, given)) : await spendStep(tx, at, step)
  return isSpent ? 'spent' : 'wrong'
}

/** A code is for one use: it and all before it are refused from then on. */
async function spendStep(tx: Tx, { workspaceId, personId }: At, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('second_factors')
    .set({ last_step: step })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function spendRecoveryCode(tx: Tx, at: At, hash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ used_at: at.now })
    .where('workspace_id', '=', at.workspaceId)
    .where('person_id', '=', at.personId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await record(tx, at, { type: 'recovery_code.used', subject: { personId: at.personId }, audited: true })
  return true
}
