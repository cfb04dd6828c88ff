import { sql } from 'kysely'
import type { PositionedEvent } from '#platform/contract/event.ts'
import type { Context } from '#platform/context.ts'
import { liveKeys } from './live-keys.ts'

const MOST = 500

/**
 * Which keys changed for the person since a position; `all` when that was too much to tell one by one, or something was delivered to them. Also
 * the position up to which that holds.
 */
export async function missedKeys(
  { db, workspaceId, personId }: Context,
  since: number | null,
): Promise<{ keys: string[]; position: number }> {
  const position = await lastPosition({ db, workspaceId })
  if (since === null || since >= position) return { keys: [], position }
  const { rows } = await sql<PositionedEvent>`
    select id, type, actor_id as "actorId", place_id as "placeId", stream_id as "streamId", stream_seq as "streamSeq", subject,
      happened_at as "happenedAt", position
    from events where workspace_id = ${workspaceId} and position > ${since} and position <= ${position} order by position limit ${MOST + 1}
  `.execute(db)
  const delivered = await sql`
    select from deliveries where workspace_id = ${workspaceId} and person_id = ${personId} and through_position > ${since} limit 1
  `.execute(db)
  if (rows.length > MOST || delivered.rows.length > 0) return { keys: ['all'], position }
  const keys = await liveKeys(db, workspaceId, { events: rows, people: [personId] })
  return { keys: [...(keys.get(personId) ?? [])], position }
}

async function lastPosition({ db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>): Promise<number> {
  const row = await db
    .selectFrom('counters')
    .select('value')
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', 'position')
    .executeTakeFirst()
  return row?.value ?? 0
}
