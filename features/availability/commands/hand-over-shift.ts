// oxlint-disable house/commands-record -- whoever calls it records what was done
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import type { ShiftRow } from '../access/rotations.ts'

/** Gives a held shift to somebody else, and answers its id: of one that runs the rest, so that it stays on record who had it until now. */
export async function handOverShift(tx: Tx, ctx: Context, { shift, toId }: { shift: ShiftRow; toId: string }): Promise<string> {
  const { workspaceId, now } = ctx
  const running = Temporal.Instant.compare(shift.startsAt, now) < 0
  await tx
    .updateTable('shifts')
    .set(running ? { ends_at: now } : { person_id: toId })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', shift.id)
    .execute()
  if (!running) return shift.id
  const id = newId(now)
  const { layer, endsAt, rotation } = shift
  await tx
    .insertInto('shifts')
    .values({
      workspace_id: workspaceId,
      id,
      rotation_id: rotation.id,
      layer,
      person_id: toId,
      starts_at: now,
      ends_at: endsAt,
      made_by: ctx.personId,
      made_at: now,
    })
    .execute()
  return id
}
