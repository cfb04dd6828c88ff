// oxlint-disable house/commands-record -- that somebody proves once more who they are changes nothing by itself
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { forbidden } from '#platform/contract/failure.ts'
import type { Visit } from '#platform/http/visit.ts'
import { countAttempt, forgiveAttempt } from '#platform/limits/attempts.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import type { SignInKeys } from '../access.ts'
import type { confirmSession as contract } from '../contract/sign-in.ts'
import type { Proof } from '../events.ts'
import { findAccount } from '../queries/find-account.ts'
import { ensureSecondFactor, passkeyRefused, signInRefused } from '../rules/failures.ts'
import { recentUntil } from '../rules/sessions.ts'
import { secondFactorLimits } from '../rules/sign-in-limits.ts'
import { ensurePassword } from './ensure-password.ts'
import { spendCode } from './spend-code.ts'
import { spendSecondFactor } from './spend-second-factor.ts'
import { tryCode } from './try-code.ts'
import { verifyPasskey } from './verify-passkey.ts'

type Input = InputOf<typeof contract>

interface Asking {
  readonly visit: Visit
  readonly keys: SignInKeys
}

interface Confirmed {
  readonly proof: Proof
  readonly spend?: (tx: Tx) => Promise<void>
}

/** Notes that whoever holds this session proved once more who they are, by what they sign in with. Refused by 403, since they are signed in. */
export async function confirmSession(ctx: Context, input: Input, asking: Asking): Promise<OutputOf<typeof contract>> {
  const { visit, keys } = asking
  const shown = await shownBy(ctx, input, asking)
  const place = { db: visit.db, workspaceId: ctx.workspaceId, now: ctx.now }
  const limits = input.second === undefined ? [] : secondFactorLimits(ctx.personId)
  await countAttempt(place, limits)
  await transact(ctx, async (tx) => {
    await shown.spend?.(tx)
    if (shown.proof !== 'passkey') ensureSecondFactor(await spendSecondFactor(tx, ctx, { given: input.second, secret: keys.secret }), 403)
    await tx
      .updateTable('sessions')
      .set({ proof: shown.proof, proved_at: ctx.now })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', visit.identity?.id ?? '')
      .execute()
  })
  await forgiveAttempt(place, limits)
  return { until: recentUntil(ctx.now).toString() }
}

async function shownBy(ctx: Context, { password, code, passkey }: Input, { visit, keys }: Asking): Promise<Confirmed> {
  if (passkey !== undefined) {
    const answer = { purpose: 'confirm', boundTo: visit.identity?.id ?? '', signed: passkey, keys } as const
    const verified = await verifyPasskey(visit, answer)
    if (verified?.personId !== ctx.personId) throw passkeyRefused(403)
    return {
      proof: 'passkey',
      spend: async (tx) => {
        if (!(await verified.spend(tx))) throw passkeyRefused(403)
      },
    }
  }
  if (code !== undefined) {
    const codeId = await tryCode(visit, { code, personId: ctx.personId, secret: keys.secret })
    if (codeId === null) throw forbidden('sign_in.refused', signInRefused('code').say)
    return { proof: 'code', spend: (tx) => spendCode(tx, ctx, codeId) }
  }
  const account = await findAccount(ctx.db, { id: ctx.personId })
  await ensurePassword(ctx, visit, { given: password ?? '', hash: account?.hash ?? null, path: 'password' })
  return { proof: 'password' }
}
