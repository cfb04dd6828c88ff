import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { AuditedFact } from '../contract/own-sign-in.ts'

export interface AuditedRow extends Omit<AuditedFact, 'at' | 'by' | 'person'> {
  readonly at: Temporal.Instant
  readonly byHandle: string | null
  readonly byName: string | null
  readonly personHandle: string | null
  readonly personName: string | null
  readonly placeId: string | null
}

interface Wanted {
  /** Further conditions on `facts`, a fact as `id, type, actor_id, person_id, place_id`. */
  readonly where: RawBuilder<unknown>
  /** Goes on after this id; null from the newest. */
  readonly before: string | null
  readonly limit: number
}

/**
 * What is audited, the newest first, in one statement: facts of the workspace, and sign-ins that failed. Ids are by time, so both go on from
 * one id. Who may read what is the caller's to say.
 */
export async function auditedFacts({ db, workspaceId }: Context, { where, before, limit }: Wanted): Promise<AuditedRow[]> {
  const on = before === null ? sql`true` : sql`facts.id < ${before}::uuid`
  const { rows } = await sql<AuditedRow>`
    select facts.id, facts.type, facts.at, facts.way, facts.before, facts.after, facts.address, facts.user_agent as "userAgent",
      facts.place_id as "placeId", actor.handle as "byHandle", actor.name as "byName",
      person.handle as "personHandle", person.name as "personName"
    from (
      select e.workspace_id, e.id, e.type, e.happened_at as at, e.actor_id, (e.subject ->> 'personId')::uuid as person_id, e.place_id,
        e.subject ->> 'way' as way, e.subject ->> 'before' as before,
        coalesce(e.subject ->> 'role', e.subject ->> 'visibility', e.subject ->> 'after') as after, o.address, o.user_agent
      from event_origins o join events e on e.workspace_id = o.workspace_id and e.id = o.event_id
      where o.workspace_id = ${workspaceId}
      union all
      select workspace_id, id, 'sign_in.refused', refused_at, null, person_id, null, way, null, null, address, user_agent
      from sign_in_refusals where workspace_id = ${workspaceId}
    ) facts
    left join people actor on actor.workspace_id = facts.workspace_id and actor.id = facts.actor_id
    left join people person on person.workspace_id = facts.workspace_id and person.id = facts.person_id
    where ${on} and ${where}
    order by facts.id desc limit ${limit}
  `.execute(db)
  return rows
}

/** A row as it crosses the wire. */
export function auditedView(row: AuditedRow): AuditedFact {
  const { byHandle, byName, personHandle, personName, id, type, at, way, before, after, address, userAgent } = row
  return {
    id,
    type,
    at: at.toString(),
    by: byHandle === null ? null : { handle: byHandle, name: byName ?? '' },
    person: personHandle === null ? null : { handle: personHandle, name: personName ?? '' },
    way,
    before,
    after,
    address,
    userAgent,
  }
}
