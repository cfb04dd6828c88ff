import type { Context } from '#platform/context.ts'
import { conflict, forbidden } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { ensureOwnerStays, type PersonRow } from '../access.ts'
import { mayDeactivate } from '../policy.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/**
 * Deactivates a locked person on the caller's transaction: their sessions and tokens end, what they wrote stays. Nobody does it to
 * themselves. Throws `person.deactivation_not_allowed` and `person.last_owner`.
 */
export async function deactivatePerson(tx: Tx, ctx: Context, person: PersonRow): Promise<void> {
  if (ctx.personId === person.id) throw conflict('person.self', () => refusalText('selfDeactivation'))
  if (!mayDeactivate(ctx, person)) {
    throw forbidden('person.deactivation_not_allowed', () => refusalText('deactivationNotAllowed'))
  }
  if (person.deactivated) return
  if (person.role === 'owner') await ensureOwnerStays(tx, ctx, person)
  const { workspaceId, now } = ctx
  await tx
    .insertInto('person_deactivations')
    .values({ workspace_id: workspaceId, person_id: person.id, deactivated_by: ctx.personId, deactivated_at: now })
    .execute()
  await tx.deleteFrom('sessions').where('workspace_id', '=', workspaceId).where('person_id', '=', person.id).execute()
  await tx.deleteFrom('tokens').where('workspace_id', '=', workspaceId).where('person_id', '=', person.id).execute()
  await record(tx, ctx, { type: 'person.deactivated', subject: { personId: person.id }, audited: true })
}
