// oxlint-disable house/commands-record -- a password that is looked at is no fact
import type { Context } from '#platform/context.ts'
import { asSentence, Failure } from '#platform/contract/failure.ts'
import type { Visit } from '#platform/http/visit.ts'
import { countAttempt, forgiveAttempt } from '#platform/limits/attempts.ts'
import { verifyPassword } from '#platform/secrets/password-hash.ts'
import { passwordLimits } from '../rules/sign-in-limits.ts'
import { refusalText } from '../rules/refusal-texts.ts'

interface Guess {
  readonly given: string
  readonly hash: string | null
  /** Where in the request it stood. */
  readonly path: string
}

/** Refuses what is not one's present password (403). Counted outside the caller's transaction, where a refusal would take the count back. */
export async function ensurePassword(ctx: Context, visit: Visit, { given, hash, path }: Guess): Promise<void> {
  const place = { db: visit.db, workspaceId: ctx.workspaceId, now: ctx.now }
  const limits = passwordLimits(ctx.personId)
  await countAttempt(place, limits)
  if (await verifyPassword(given, hash)) return forgiveAttempt(place, limits)
  const message = (): string => refusalText('presentPasswordWrong')
  throw new Failure({ code: 'password.wrong', status: 403, message: asSentence(message), errors: [{ path, message }] })
}
