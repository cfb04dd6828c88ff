// oxlint-disable house/commands-record -- whoever calls it records why
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import type { AskRow } from '../access/asks.ts'
import type { Actor } from '../events.ts'
import type { Owner } from '../rules/owner.ts'
import type { FirstSchedule } from '../rules/schedule.ts'

interface Giving {
  /** Held, open, still with its former owner. */
  readonly ask: AskRow
  readonly to: Owner
  readonly note: string
  readonly schedule: FirstSchedule
  /** Whose calendar its due came from, where that is not the new owner's. */
  readonly timedById?: string | null
  /** When a space's ask falls to one of its members. */
  readonly assignAt?: Temporal.Instant | null
  /** The rotation whose person on call has it, until it comes. */
  readonly followsRotationId?: string | null
  /** It changes hands because the shifts of this rotation did. */
  readonly followedRotationId?: string | null
  /** The space any of whose members could have taken it. */
  readonly offeredToId?: string | null
}

/** Makes a person or a space the owner of an ask and keeps that on record. It is never urgent a second time, and nobody covers for the new owner yet. */
export async function giveAsk(tx: Tx, actor: Actor, giving: Giving): Promise<void> {
  const { ask, to, schedule, timedById = null, assignAt = null, followsRotationId = null } = giving
  const { deliverAt, deliveredAt, dueAt, dueTodayAt, expiresAt, tight, unreachable, outside } = schedule
  const { numUpdatedRows } = await tx
    .updateTable('asks')
    .set({ owner_id: to.ownerId, owner_space_id: to.ownerSpaceId, timed_by: timedById, assign_at: assignAt })
    .set({ follows_rotation_id: followsRotationId })
    .set({ cover_id: null, cover_space_id: null, cover_at: null })
    .set({ deliver_at: deliverAt, delivered_at: deliveredAt, due_at: dueAt, due_today_at: dueTodayAt, expires_at: expiresAt })
    .set({ tight, unreachable, outside, interrupts: false })
    .where('workspace_id', '=', actor.workspaceId)
    .where('id', '=', ask.id)
    .where('state', '=', 'open')
    .where(
      sql<boolean>`owner_id is not distinct from ${ask.ownerId}::uuid and owner_space_id is not distinct from ${ask.ownerSpaceId}::uuid`,
    )
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`The ask ${ask.id} was held, and is with somebody else.`)
  await keepPass(tx, actor, giving)
}

async function keepPass(tx: Tx, actor: Actor, { ask, to, note, offeredToId = null, followedRotationId = null }: Giving): Promise<void> {
  await tx
    .insertInto('ask_passes')
    .values({
      workspace_id: actor.workspaceId,
      ask_id: ask.id,
      id: newId(actor.now),
      from_id: ask.ownerId,
      from_space_id: ask.ownerSpaceId,
      to_id: to.ownerId,
      to_space_id: to.ownerSpaceId,
      offered_to_id: offeredToId,
      followed_rotation_id: followedRotationId,
      passed_by: actor.personId,
      note,
      passed_at: actor.now,
    })
    .execute()
}
