import type { Context } from '#platform/context.ts'
import { forbidden } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { PersonRow } from '../access.ts'
import { mayDeactivate } from '../policy.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Takes a locked person's deactivation back, on the caller's transaction: they sign in anew. Throws `person.deactivation_not_allowed`. */
export async function reactivatePerson(tx: Tx, ctx: Context, person: PersonRow): Promise<void> {
  if (!person.deactivated) return
  if (!mayDeactivate(ctx, person)) {
    throw forbidden('person.deactivation_not_allowed', () => refusalText('reactivationNotAllowed'))
  }
  await tx.deleteFrom('person_deactivations').where('workspace_id', '=', ctx.workspaceId).where('person_id', '=', person.id).execute()
  await record(tx, ctx, { type: 'person.reactivated', subject: { personId: person.id }, audited: true })
}
