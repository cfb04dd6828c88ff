import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { isUniqueViolation } from '#platform/sql/unique-violation.ts'
import { emailTaken } from '../rules/failures.ts'

/** Gives a locked person another address, on the caller's transaction. Throws `person.email_taken`. */
export async function changeEmail(tx: Tx, ctx: Context, { personId, email }: { personId: string; email: string }): Promise<void> {
  await tx
    .updateTable('people')
    .set({ email })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', personId)
    .execute()
    .catch((error: unknown) => {
      throw isUniqueViolation(error, 'people_email') ? emailTaken('email') : error
    })
  await record(tx, ctx, { type: 'person.address_given', subject: { personId }, audited: true })
}
