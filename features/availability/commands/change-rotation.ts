import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { ensureSeen } from '#platform/contract/if-match.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockRotation } from '../access/rotations.ts'
import type { changeRotation as contract, Rotation } from '../contract/rotations.ts'
import type { RotationChanged } from '../events.ts'
import { mayChangeRotation, mayChooseForWorkspace } from '../policy.ts'
import { getRotation } from '../queries/get-rotation.ts'
import { rotationVersion } from '../queries/rotation-version.ts'
import { notYours } from '../rules/rotations.ts'

/**
 * Changes what a rotation says of itself, and whether it is the whole workspace's: the one that was before is no more. Throws
 * `rotation.text_changed` (412) where another name or purpose was seen.
 */
export async function changeRotation(ctx: Context, { slug, wholeWorkspace, ...changes }: InputOf<typeof contract>): Promise<Rotation> {
  return transact(ctx, async (tx) => {
    const rotation = await lockRotation(tx, ctx, slug)
    const saysOther = Object.values(changes).some((value) => value !== undefined)
    if (wholeWorkspace !== undefined && !mayChooseForWorkspace(ctx)) throw notYours()
    if ((saysOther || wholeWorkspace === undefined) && !mayChangeRotation(ctx, rotation)) throw notYours()
    ensureSeen(ctx.ifMatch, { version: rotationVersion(rotation), code: 'rotation.text_changed' })
    const said = saysOther && (await sayOther(tx, ctx, { id: rotation.id, changes }))
    const chosen = wholeWorkspace !== undefined && (await choose(tx, ctx, { id: rotation.id, wholeWorkspace }))
    const subject = { rotationId: rotation.id } satisfies RotationChanged['subject']
    if (said || chosen) await record(tx, ctx, { type: 'rotation.changed', subject })
    return getRotation({ ...ctx, db: tx }, { slug: rotation.id })
  })
}

type Changes = Omit<InputOf<typeof contract>, 'slug' | 'wholeWorkspace'>

async function sayOther(tx: Tx, { workspaceId }: Context, { id, changes }: { id: string; changes: Changes }): Promise<boolean> {
  const { name = null, purpose = null, escalateAfter = null } = changes
  const { numAffectedRows = 0n } = await sql`
    update rotations set name = coalesce(${name}, name), purpose = coalesce(${purpose}, purpose), escalate_after = coalesce(${escalateAfter}::integer, escalate_after)
    where workspace_id = ${workspaceId} and id = ${id}
      and (name, purpose, escalate_after) is distinct from (coalesce(${name}, name), coalesce(${purpose}, purpose), coalesce(${escalateAfter}::integer, escalate_after))
  `.execute(tx)
  return numAffectedRows > 0n
}

async function choose(tx: Tx, ctx: Context, { id, wholeWorkspace }: { id: string; wholeWorkspace: boolean }): Promise<boolean> {
  const { numAffectedRows = 0n } = await (
    wholeWorkspace
      ? sql`
        insert into workspace_rotations (workspace_id, rotation_id, chosen_by, chosen_at) values (${ctx.workspaceId}, ${id}, ${ctx.personId}, ${ctx.now})
        on conflict (workspace_id) do update set rotation_id = excluded.rotation_id, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at
        where workspace_rotations.rotation_id <> excluded.rotation_id`
      : sql`delete from workspace_rotations where workspace_id = ${ctx.workspaceId} and rotation_id = ${id}`
  ).execute(tx)
  return numAffectedRows > 0n
}
