import { type PersonRow, requirePerson } from '#features/people/access.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { isDeactivated, noMember } from '../rules/rotations.ts'

/** Somebody who can have a shift of a held rotation, by handle; or 404, or a refusal that says why not. `path` is where the handle stood. */
export async function personInRotation(
  tx: Tx,
  ctx: Context,
  { rotationId, handle, path }: { rotationId: string; handle: string; path: string },
): Promise<PersonRow> {
  const person = await requirePerson(tx, ctx, { handle, path })
  if (person.deactivated) throw isDeactivated(person.name)
  const member = await tx
    .selectFrom('rotation_members')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('rotation_id', '=', rotationId)
    .where('person_id', '=', person.id)
    .select('person_id')
    .executeTakeFirst()
  if (!member) throw noMember(person.name)
  return person
}
