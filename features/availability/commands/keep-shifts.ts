// oxlint-disable house/commands-record -- whoever calls it records what was done
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { type NewShift, overlappingShift } from '../queries/overlapping-shift.ts'
import { shiftOverlaps } from '../rules/rotations.ts'

interface Keeping {
  /** Held by the caller. */
  readonly rotationId: string
  readonly shifts: readonly NewShift[]
}

/** Writes shifts of a held rotation, all or none, and answers their ids. Throws `shift.overlaps`. */
export async function keepShifts(tx: Tx, ctx: Context, { rotationId, shifts }: Keeping): Promise<string[]> {
  await ensureFree(tx, ctx, { rotationId, shifts })
  const ids = shifts.map(() => newId(ctx.now))
  await tx
    .insertInto('shifts')
    .values(
      shifts.map(({ layer, personId, startsAt, endsAt }, index) => ({
        workspace_id: ctx.workspaceId,
        id: ids[index]!,
        rotation_id: rotationId,
        layer,
        person_id: personId,
        starts_at: startsAt,
        ends_at: endsAt,
        made_by: ctx.personId,
        made_at: ctx.now,
      })),
    )
    .execute()
  return ids
}

/** Refuses shifts at whose time somebody has their layer already; `except` is one that is being changed. */
export async function ensureFree(tx: Tx, { workspaceId }: Context, wanted: Keeping & { readonly except?: string }): Promise<void> {
  const other = await overlappingShift(tx, { workspaceId, ...wanted })
  if (other) throw shiftOverlaps({ name: other.name, from: other.startsAt.toString(), until: other.endsAt.toString() })
}
