import type { Context } from '#platform/context.ts'
import { requirePerson } from '#features/people/access.ts'
import { requireSpace } from '../access.ts'
import type { Membership } from '../contract/space.ts'

/** Whether a person is a member of a space, both seen by the reader. */
export async function getMembership(
  ctx: Context,
  { slug, handle }: { readonly slug: string; readonly handle: string },
): Promise<Membership> {
  const space = await requireSpace(ctx.db, ctx, slug)
  const person = await requirePerson(ctx.db, ctx, handle)
  const row = await ctx.db
    .selectFrom('space_members')
    .select('person_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('space_id', '=', space.id)
    .where('person_id', '=', person.id)
    .executeTakeFirst()
  return { space: { slug: space.slug, name: space.name }, person: { handle: person.handle, name: person.name }, member: row !== undefined }
}
