import type { Context } from '#platform/context.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { notFound } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Visit } from '#platform/http/visit.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireRecentProof, type SignInKeys } from '../access.ts'
import type { renewRecoveryCodes as contract } from '../contract/second-factor.ts'
import { makeRecoveryCodes } from './make-recovery-codes.ts'

/** Other recovery codes in place of those before, or 404 without a second factor. */
export async function renewRecoveryCodes(ctx: Context, visit: Visit, keys: SignInKeys): Promise<OutputOf<typeof contract>> {
  await requireRecentProof(ctx, visit)
  return transact(ctx, async (tx) => {
    const on = await tx
      .selectFrom('second_factors')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('person_id', '=', ctx.personId)
      .where('confirmed_at', 'is not', null)
      .select('person_id')
      .forUpdate()
      .executeTakeFirst()
    if (!on) throw notFound('second_factor')
    await record(tx, ctx, { type: 'recovery_code.renewed', subject: { personId: ctx.personId }, audited: true })
    return { recoveryCodes: await makeRecoveryCodes(tx, ctx, keys.secret) }
  })
}
