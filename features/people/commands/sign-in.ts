// oxlint-disable house/commands-record -- the session that begins records itself
import type { InputOf } from '#platform/contract/endpoint.ts'
import type { Visit } from '#platform/http/visit.ts'
import { countAttempt, forgiveAttempt } from '#platform/limits/attempts.ts'
import { networkOf } from '#platform/limits/network-of.ts'
import { verifyPassword } from '#platform/secrets/password-hash.ts'
import { servedWorkspace, type SignInKeys } from '../access.ts'
import type { SignedIn, signIn as contract } from '../contract/sign-in.ts'
import { findAccount } from '../queries/find-account.ts'
import { signInRefused } from '../rules/failures.ts'
import { signInLimits } from '../rules/sign-in-limits.ts'
import { beginSession } from './begin-session.ts'
import { noteRefusal } from './note-refusal.ts'
import { spendCode } from './spend-code.ts'
import { tryCode } from './try-code.ts'

/**
 * Signs a browser in by password or by a code that was sent. An unknown address, a wrong password or code and a deactivated person are one
 * answer (401), after one length of time. Only failures count against the limits.
 */
export async function signIn(visit: Visit, input: InputOf<typeof contract>, keys: SignInKeys): Promise<SignedIn> {
  const { email, password, code, second } = input
  const place = { db: visit.db, workspaceId: servedWorkspace, now: visit.now }
  const limits = signInLimits(email, networkOf(visit.address))
  await countAttempt(place, limits)
  const account = await findAccount(visit.db, { email })
  const way = code === undefined ? 'password' : 'code'
  const codeId = code === undefined ? null : await tryCode(visit, { code, personId: account?.id ?? null, secret: keys.secret })
  const right = code === undefined ? await verifyPassword(password ?? '', account?.hash ?? null) : codeId !== null
  if (!account || !right || account.deactivated) {
    await noteRefusal(visit, { personId: account?.id ?? null, way })
    throw signInRefused(way)
  }
  await forgiveAttempt(place, limits)
  const spend = codeId === null ? undefined : (tx: Parameters<typeof spendCode>[0]) => spendCode(tx, visit, codeId)
  return beginSession(visit, account, { proof: way, second, secret: keys.secret, spend })
}
