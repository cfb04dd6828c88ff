import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'

export interface NewShift {
  readonly layer: number
  readonly personId: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

interface Looking {
  readonly workspaceId: number
  /** Held, so that nothing comes in between. */
  readonly rotationId: string
  readonly shifts: readonly NewShift[]
  /** A shift that is about to be other than it is. */
  readonly except?: string | undefined
}

/** The first shift that has the same layer at the same time as one of these; null when none has. */
export async function overlappingShift(
  tx: Tx,
  { workspaceId, rotationId, shifts, except }: Looking,
): Promise<{ name: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant } | null> {
  const wanted = shifts.map(({ layer, startsAt, endsAt }) => ({ layer, starts: startsAt.toString(), ends: endsAt.toString() }))
  const { rows } = await sql<{ name: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant }>`
    select person.name, s.starts_at as "startsAt", s.ends_at as "endsAt"
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (layer integer, starts timestamptz, ends timestamptz)
    join shifts s on s.layer = w.layer and s.starts_at < w.ends and s.ends_at > w.starts
    join people person on person.workspace_id = s.workspace_id and person.id = s.person_id
    where s.workspace_id = ${workspaceId} and s.rotation_id = ${rotationId} and s.id is distinct from ${except ?? null}::uuid
      and not exists (select from person_deactivations gone where gone.workspace_id = s.workspace_id and gone.person_id = s.person_id)
    order by s.starts_at limit 1
  `.execute(tx)
  return rows[0] ?? null
}
