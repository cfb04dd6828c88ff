// oxlint-disable house/commands-record -- the session that starts records itself
import { Failure } from '#platform/contract/failure.ts'
import type { Visit } from '#platform/http/visit.ts'
import { countAttempt, forgiveAttempt } from '#platform/limits/attempts.ts'
import { secretHash } from '#platform/secrets/secret.ts'
import type { Tx } from '#platform/sql/database.ts'
import { servedWorkspace } from '../access.ts'
import type { SignedIn } from '../contract/sign-in.ts'
import type { Proof } from '../events.ts'
import type { Account } from '../queries/find-account.ts'
import { ensureSecondFactor } from '../rules/failures.ts'
import { browserKeepsFor, sessionExpiry } from '../rules/sessions.ts'
import { secondFactorLimits } from '../rules/sign-in-limits.ts'
import { confirmEmail } from './confirm-email.ts'
import { noteRefusal } from './note-refusal.ts'
import { spendSecondFactor } from './spend-second-factor.ts'
import { startSession } from './start-session.ts'

interface Shown {
  readonly proof: Proof
  /** What was sent as the second factor. */
  readonly second?: string | undefined
  readonly secret: string
  /** Uses up what was shown, where it works once. */
  readonly spend?: ((tx: Tx) => Promise<void>) | undefined
}

/** Begins the session of somebody who showed the first factor; who has a second one shows it too, unless a passkey was both. All or nothing. */
export async function beginSession(visit: Visit, account: Account, shown: Shown): Promise<SignedIn> {
  const { id, handle, name, role } = account
  const place = { db: visit.db, workspaceId: servedWorkspace, now: visit.now }
  const limits = shown.second === undefined ? [] : secondFactorLimits(id)
  await countAttempt(place, limits)
  const session = await visit.db
    .transaction()
    .execute((tx) => enter(tx, visit, { account, shown }))
    .catch(async (error: unknown) => {
      if (error instanceof Failure && error.code === 'sign_in.second_factor_wrong')
        await noteRefusal(visit, { personId: id, way: 'second factor' })
      throw error
    })
  await forgiveAttempt(place, limits)
  visit.keepSession(session.secret, browserKeepsFor(visit.now))
  return { person: { id, handle, name, role }, session: { id: session.id, expiresAt: sessionExpiry(visit.now).toString() } }
}

async function enter(
  tx: Tx,
  visit: Visit,
  { account, shown }: { account: Account; shown: Shown },
): Promise<{ id: string; secret: string }> {
  const at = { workspaceId: servedWorkspace, now: visit.now, personId: account.id, origin: visit }
  await shown.spend?.(tx)
  if (shown.proof !== 'passkey') ensureSecondFactor(await spendSecondFactor(tx, at, { given: shown.second, secret: shown.secret }), 401)
  // The session that the browser held until now: nobody can reach it any more.
  if (visit.sessionSecret !== null) await endSessionBy(tx, visit.sessionSecret)
  if (shown.proof === 'code' && account.email !== null) await confirmEmail(tx, { ...at, email: account.email })
  return startSession(tx, { ...visit, ...at, proof: shown.proof })
}

function endSessionBy(tx: Tx, secret: string) {
  return tx.deleteFrom('sessions').where('workspace_id', '=', servedWorkspace).where('secret_hash', '=', secretHash(secret)).execute()
}
