import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { requireSpace, type SpaceRow } from '../access.ts'
import type { SpaceMade } from '../events.ts'

/**
 * The hidden private space of exactly these people and the actor, made when they have none. Its slug is made from who they are, so two at once
 * find the same one; it begins with a sign that no other slug may have.
 */
export async function openDirectSpace(tx: Tx, ctx: Context, personIds: readonly string[]): Promise<SpaceRow> {
  const { workspaceId, personId, now } = ctx
  const people = [...new Set([...personIds, personId])]
  const { rows } = await sql<{ id: string; slug: string; made: boolean }>`
    with of_people as (
      select '~' || left(encode(sha256(convert_to(string_agg(id::text, ' ' order by id), 'UTF8')), 'hex'), 32) as slug,
             string_agg(name, ', ' order by name) as name
      from people where workspace_id = ${workspaceId} and id = any(${people}::uuid[])
    ), made as (
      insert into spaces (workspace_id, id, slug, name, visibility, direct, created_by, created_at)
      select ${workspaceId}::integer, ${newId(now)}::uuid, slug, name, 'private', true, ${personId}::uuid, ${now}::timestamptz from of_people
      on conflict (workspace_id, slug) do nothing
      returning id
    ), joined as (
      insert into space_members (workspace_id, space_id, person_id, added_by, joined_at)
      select ${workspaceId}::integer, made.id, person, ${personId}::uuid, ${now}::timestamptz from made, unnest(${people}::uuid[]) as person
    )
    select made.id, of_people.slug, made.id is not null as made from of_people left join made on true
  `.execute(tx)
  const [space] = rows
  if (!space) throw new Error('nobody was named for a direct space')
  if (space.made)
    await record(tx, ctx, {
      type: 'space.made',
      placeId: space.id,
      subject: { spaceId: space.id, direct: true } satisfies SpaceMade['subject'],
    })
  return requireSpace(tx, ctx, space.slug)
}
