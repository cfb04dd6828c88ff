import { sql } from 'kysely'
import type { Database, Tx } from '#platform/sql/database.ts'

export interface OnCall {
  readonly rotation: { readonly id: string; readonly slug: string; readonly name: string; readonly escalateAfter: number }
  /** Who is on shift, layer by layer; empty in a gap. Whoever is deactivated is on no shift. */
  readonly shifts: readonly {
    readonly layer: number
    readonly personId: string
    readonly handle: string
    readonly name: string
    readonly endsAt: Temporal.Instant
  }[]
}

interface Duty {
  readonly workspaceId: number
  /** Null for what belongs to no space. */
  readonly spaceId: string | null
  readonly at: Temporal.Instant
}

interface Row {
  readonly id: string
  readonly slug: string
  readonly rotationName: string
  readonly escalateAfter: number
  readonly layer: number | null
  readonly personId: string
  readonly handle: string
  readonly name: string
  readonly endsAt: Temporal.Instant
}

/**
 * Who is on call for a space: its rotation, else the workspace's, else nobody (null), in one statement. Whether they may read what stands in the
 * space, and whether the asker sees them, is for the caller to say.
 */
export async function onCall(db: Database | Tx, { workspaceId, spaceId, at }: Duty): Promise<OnCall | null> {
  const { rows } = await sql<Row>`
    select r.id, r.slug, r.name as "rotationName", r.escalate_after as "escalateAfter", turn.layer, turn.person_id as "personId", turn.handle, turn.name,
      turn.ends_at as "endsAt"
    from rotations r
    left join lateral (
      select s.layer, s.person_id, person.handle, person.name, s.ends_at from shifts s
      join people person on person.workspace_id = s.workspace_id and person.id = s.person_id
      where s.workspace_id = r.workspace_id and s.rotation_id = r.id and s.starts_at <= ${at} and s.ends_at > ${at}
        and not exists (select from person_deactivations gone where gone.workspace_id = s.workspace_id and gone.person_id = s.person_id)
    ) turn on true
    where r.workspace_id = ${workspaceId} and r.id = coalesce(
      (select spaces.rotation_id from spaces where spaces.workspace_id = ${workspaceId} and spaces.id = ${spaceId}::uuid),
      (select w.rotation_id from workspace_rotations w where w.workspace_id = ${workspaceId}))
    order by turn.layer
  `.execute(db)
  const [first] = rows
  if (!first) return null
  return {
    rotation: { id: first.id, slug: first.slug, name: first.rotationName, escalateAfter: first.escalateAfter },
    shifts: rows.flatMap(({ layer, personId, handle, name, endsAt }) =>
      layer === null ? [] : [{ layer, personId, handle, name, endsAt }],
    ),
  }
}
