import { record } from '#platform/events/record.ts'
import type { Visit } from '#platform/http/visit.ts'
import { localeFor } from '#platform/text/languages.ts'
import { newSecret, secretHash } from '#platform/secrets/secret.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import type { Proof } from '../events.ts'
import { sessionExpiry } from '../rules/sessions.ts'

interface Starter extends Pick<Visit, 'now' | 'userAgent' | 'address' | 'languages'> {
  readonly proof: Proof
  readonly workspaceId: number
  readonly personId: string
}

/** Begins a session of a person in the browser that asks, whose language mails speak where the person chose none. Returns its secret, of which only a hash is stored. */
export async function startSession(
  tx: Tx,
  { workspaceId, personId, now, userAgent, address, languages, proof }: Starter,
): Promise<{ id: string; secret: string }> {
  const id = newId(now)
  const secret = newSecret()
  await tx
    .insertInto('sessions')
    .values({
      workspace_id: workspaceId,
      secret_hash: secretHash(secret),
      id,
      person_id: personId,
      user_agent: userAgent,
      address,
      created_at: now,
      seen_at: now,
      expires_at: sessionExpiry(now),
      proof,
      proved_at: now,
    })
    .execute()
  await tx
    .updateTable('people')
    .set({ browser_locale: localeFor(null, languages) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', personId)
    .execute()
  const at = { workspaceId, now, personId, origin: { address, userAgent } }
  await record(tx, at, { type: 'person.signed_in', subject: { personId, sessionId: id, way: proof }, audited: true })
  return { id, secret }
}
