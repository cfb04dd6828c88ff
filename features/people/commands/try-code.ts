// oxlint-disable house/commands-record -- a code that is tried is no fact; the session that it begins is
import type { Visit } from '#platform/http/visit.ts'
import { sameSecret, secretHash } from '#platform/secrets/secret.ts'
import { servedWorkspace, signInCode } from '../access.ts'
import { MOST_TRIES, plainCode } from '../rules/codes.ts'

interface Try {
  readonly code: string
  /** Whose address it was sent to; null when it is nobody's. */
  readonly personId: string | null
  readonly secret: string
}

/**
 * The id of the code that this browser asked for and that was sent to this person, if it is right; null otherwise. Each try counts before it
 * is looked at, so that many at once are no more than five; a right one does not count.
 */
export async function tryCode({ db, now, doorSecret }: Visit, { code, personId, secret }: Try): Promise<string | null> {
  const tried = await db
    .updateTable('sign_in_codes')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('workspace_id', '=', servedWorkspace)
    .where('browser_hash', '=', secretHash(doorSecret ?? ''))
    .where('tries', '<', MOST_TRIES)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['id', 'person_id as personId'])
    .executeTakeFirst()
  const isRight = sameSecret(plainCode(code), signInCode(secret, tried?.id ?? ''))
  if (!tried || !isRight || tried.personId === null || tried.personId !== personId) return null
  await db
    .updateTable('sign_in_codes')
    .set((row) => ({ tries: row('tries', '-', 1) }))
    .where('workspace_id', '=', servedWorkspace)
    .where('id', '=', tried.id)
    .execute()
  return tried.id
}
