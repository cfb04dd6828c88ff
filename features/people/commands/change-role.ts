import type { Context, Role } from '#platform/context.ts'
import { forbidden } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { ensureOwnerStays, type PersonRow } from '../access.ts'
import { mayChangeRole } from '../policy.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Gives a locked person another role, on the caller's transaction. Throws `person.role_not_allowed` and `person.last_owner`. */
export async function changeRole(tx: Tx, ctx: Context, { person, role }: { person: PersonRow; role: Role }): Promise<void> {
  if (!mayChangeRole(ctx, person, role)) {
    throw forbidden('person.role_not_allowed', () => refusalText('roleNotAllowed'))
  }
  if (person.role === role) return
  if (person.role === 'owner') await ensureOwnerStays(tx, ctx, person)
  await tx.updateTable('people').set({ role }).where('workspace_id', '=', ctx.workspaceId).where('id', '=', person.id).execute()
  await record(tx, ctx, { type: 'person.changed', subject: { personId: person.id, role, before: person.role }, audited: true })
}
