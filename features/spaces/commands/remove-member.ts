import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { requirePerson } from '#features/people/access.ts'
import { lockStanding } from '../access.ts'
import type { Membership, removeMember as contract } from '../contract/space.ts'
import type { MemberRemoved } from '../events.ts'
import { mayGovernSpace } from '../policy.ts'
import { ensureNotDirect, ensureStaysSeen, notYours } from '../rules/failures.ts'

interface Membering {
  readonly spaceId: string
  readonly personId: string
}

/** Leaves a space, or takes somebody out of it; the level they chose for it goes too. Who is no member stays none, and nothing is recorded. */
export async function removeMember(ctx: Context, { slug, handle }: InputOf<typeof contract>): Promise<Membership> {
  return transact(ctx, async (tx) => {
    const space = await lockStanding(tx, ctx, slug)
    const person = await requirePerson(tx, ctx, handle)
    if (!space.direct && person.id !== ctx.personId && !mayGovernSpace(ctx, space)) throw notYours()
    ensureNotDirect(space)
    const leaving = { spaceId: space.id, personId: person.id }
    if (await isMember(tx, ctx, leaving)) {
      ensureStaysSeen({ visibility: space.visibility, othersWhoStay: await countOthers(tx, ctx, leaving) })
      await remove(tx, ctx, leaving)
      await record(tx, ctx, {
        type: 'member.removed',
        placeId: space.id,
        subject: leaving satisfies MemberRemoved['subject'],
        audited: true,
      })
    }
    return { space: { slug: space.slug, name: space.name }, person: { handle: person.handle, name: person.name }, member: false }
  })
}

async function isMember(tx: Tx, { workspaceId }: Context, { spaceId, personId }: Membering): Promise<boolean> {
  const row = await tx
    .selectFrom('space_members')
    .select('person_id')
    .where('workspace_id', '=', workspaceId)
    .where('space_id', '=', spaceId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** Members beside this one who can keep a private space: neither guests nor deactivated. */
async function countOthers(tx: Tx, { workspaceId }: Context, { spaceId, personId }: Membering): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from space_members m
    join people on people.workspace_id = m.workspace_id and people.id = m.person_id and people.role <> 'guest'
    where m.workspace_id = ${workspaceId} and m.space_id = ${spaceId} and m.person_id <> ${personId}
      and not exists (select from person_deactivations gone where gone.workspace_id = m.workspace_id and gone.person_id = m.person_id)
  `.execute(tx)
  return rows[0]?.count ?? 0
}

async function remove(tx: Tx, { workspaceId }: Context, { spaceId, personId }: Membering): Promise<void> {
  await sql`
    with unfollowed as (
      delete from space_follows where workspace_id = ${workspaceId} and space_id = ${spaceId} and person_id = ${personId}
    )
    delete from space_members where workspace_id = ${workspaceId} and space_id = ${spaceId} and person_id = ${personId}
  `.execute(tx)
}
