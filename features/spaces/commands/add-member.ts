import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { requirePerson } from '#features/people/access.ts'
import { lockStanding, type SpaceStanding } from '../access.ts'
import type { addMember as contract, Membership } from '../contract/space.ts'
import type { MemberAdded } from '../events.ts'
import { mayAddMembers, mayJoin } from '../policy.ts'
import { deactivated, ensureNotArchived, ensureNotDirect, membersOnly } from '../rules/failures.ts'

/** Joins a space, or brings somebody into it. Who is a member already stays one, and nothing is recorded. */
export async function addMember(ctx: Context, { slug, handle }: InputOf<typeof contract>): Promise<Membership> {
  const { workspaceId, now } = ctx
  return transact(ctx, async (tx) => {
    const space = await lockStanding(tx, ctx, slug)
    const person = await requirePerson(tx, ctx, handle)
    const membership = { space: { slug: space.slug, name: space.name }, person: { handle: person.handle, name: person.name }, member: true }
    if (person.id === ctx.personId && space.member) return membership
    ensureNotDirect(space)
    if (!mayAdd(ctx, space, person.id)) throw membersOnly()
    ensureNotArchived(space)
    if (person.deactivated) throw deactivated()
    const added = await tx
      .insertInto('space_members')
      .values({ workspace_id: workspaceId, space_id: space.id, person_id: person.id, added_by: ctx.personId, joined_at: now })
      .onConflict((already) => already.doNothing())
      .returning('person_id')
      .executeTakeFirst()
    const subject = { spaceId: space.id, personId: person.id } satisfies MemberAdded['subject']
    if (added) await record(tx, ctx, { type: 'member.added', placeId: space.id, subject, audited: true })
    return membership
  })
}

/** An archived space refuses for that reason, not for who asks. */
function mayAdd(ctx: Context, space: SpaceStanding, personId: string): boolean {
  const inUse = { ...space, archived: false }
  return personId === ctx.personId ? mayJoin(ctx, inUse) : mayAddMembers(ctx, inUse)
}
