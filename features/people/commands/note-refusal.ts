// oxlint-disable house/commands-record -- a sign-in that failed is no fact of the workspace; it is kept for whose account it was, and for the audit log
import type { Visit } from '#platform/http/visit.ts'
import { newId } from '#platform/sql/id.ts'
import { servedWorkspace } from '../access.ts'

interface Refusal {
  /** Whose account it was; null when the address is nobody's. What was typed is not kept. */
  readonly personId: string | null
  readonly way: 'password' | 'code' | 'passkey' | 'second factor'
}

/** Notes a sign-in that failed, outside the transaction that its failure takes back. */
export async function noteRefusal({ db, now, address, userAgent }: Visit, { personId, way }: Refusal): Promise<void> {
  await db
    .insertInto('sign_in_refusals')
    .values({ workspace_id: servedWorkspace, id: newId(now), person_id: personId, way, address, user_agent: userAgent, refused_at: now })
    .execute()
}
