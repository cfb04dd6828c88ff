import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { asSentence, conflict, Failure } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Visit } from '#platform/http/visit.ts'
import { countAttempt, forgiveAttempt } from '#platform/limits/attempts.ts'
import { totpStep } from '#platform/secrets/totp.ts'
import { transact } from '#platform/sql/transact.ts'
import { openedFactor, requireRecentProof, type SignInKeys } from '../access.ts'
import type { confirmSecondFactor as contract } from '../contract/second-factor.ts'
import { secondFactorOn } from '../rules/failures.ts'
import { secondFactorLimits } from '../rules/sign-in-limits.ts'
import { endOthers } from './end-others.ts'
import { makeRecoveryCodes } from './make-recovery-codes.ts'
import { refusalText } from '../rules/refusal-texts.ts'

interface Asking {
  readonly visit: Visit
  readonly keys: SignInKeys
}

/** Turns the second factor on, once a code shows that an app has its secret. That code is used up. Ends one's other sessions. */
export async function confirmSecondFactor(
  ctx: Context,
  { code }: InputOf<typeof contract>,
  { visit, keys }: Asking,
): Promise<OutputOf<typeof contract>> {
  await requireRecentProof(ctx, visit)
  const place = { db: visit.db, workspaceId: ctx.workspaceId, now: ctx.now }
  const limits = secondFactorLimits(ctx.personId)
  await countAttempt(place, limits)
  const secret = await begunSecret(ctx, keys)
  const step = totpStep(secret, code.replaceAll(/\s/g, ''), ctx.now)
  if (step === null) throw wrongCode()
  await forgiveAttempt(place, limits)
  return transact(ctx, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('second_factors')
      .set({ confirmed_at: ctx.now, last_step: step })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('person_id', '=', ctx.personId)
      .where('confirmed_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw secondFactorOn()
    await endOthers(tx, ctx, visit)
    await record(tx, ctx, { type: 'second_factor.added', subject: { personId: ctx.personId }, audited: true })
    return { recoveryCodes: await makeRecoveryCodes(tx, ctx, keys.secret) }
  })
}

async function begunSecret(ctx: Context, keys: SignInKeys): Promise<string> {
  const begun = await ctx.db
    .selectFrom('second_factors')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('person_id', '=', ctx.personId)
    .select(['secret', 'confirmed_at'])
    .executeTakeFirst()
  if (begun && begun.confirmed_at !== null) throw secondFactorOn()
  const secret = begun && openedFactor(keys.secret, ctx.personId, begun.secret)
  if (!secret) throw conflict('second_factor.not_begun', () => refusalText('secondNotBegun'))
  return secret
}

function wrongCode(): Failure {
  const message = (): string => refusalText('secondNotThis')
  return new Failure({ code: 'second_factor.wrong', status: 409, message: asSentence(message), errors: [{ path: 'code', message }] })
}
