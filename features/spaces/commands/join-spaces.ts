import { sql } from 'kysely'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'

interface Joining {
  readonly workspaceId: number
  readonly now: Temporal.Instant
  /** Who joins, by their own act. */
  readonly personId: string
  readonly invitationId: string
  readonly invitedBy: string
}

/** Makes a person a member of the spaces of their invitation, private ones only while their inviter is one; on the caller's transaction. */
export async function joinSpaces(tx: Tx, joining: Joining): Promise<void> {
  const { workspaceId, now, personId, invitationId, invitedBy } = joining
  const { rows } = await sql<{ spaceId: string }>`
    insert into space_members (workspace_id, space_id, person_id, added_by, joined_at)
    select ${workspaceId}::integer, spaces.id, ${personId}::uuid, ${invitedBy}::uuid, ${now}::timestamptz
    from invitation_spaces named join spaces on spaces.workspace_id = named.workspace_id and spaces.id = named.space_id
    where named.workspace_id = ${workspaceId} and named.invitation_id = ${invitationId}
      and (spaces.visibility = 'open' or exists (
        select from space_members inviter
        where inviter.workspace_id = spaces.workspace_id and inviter.space_id = spaces.id and inviter.person_id = ${invitedBy}))
    on conflict do nothing
    returning space_id as "spaceId"
  `.execute(tx)
  for (const { spaceId } of rows)
    await record(
      tx,
      { workspaceId, now, personId },
      { type: 'member.added', placeId: spaceId, subject: { spaceId, personId }, audited: true },
    )
}
