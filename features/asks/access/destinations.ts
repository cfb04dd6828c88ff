import type { Context } from '#platform/context.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import type { Teammate } from '#features/availability/access/teammates.ts'
import type { Duties } from '#features/availability/access/duties.ts'
import { onCallAtDelivery } from '#features/availability/rules/on-call.ts'
import { firstReachable } from '#features/availability/rules/next-reachable.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'
import { type Owner, person, space } from '../rules/owner.ts'
import { assignAtOf, type Schedule } from '../rules/schedule.ts'
import { calendarsOf } from './calendars.ts'
import type { Receiver } from './receivers.ts'

/** Who gets an ask, and whose calendar times it: a person's own, or that of whoever of a space can be reached first. */
export interface Destination {
  readonly owner: Owner
  readonly resolved: Resolved
  /** Null where that calendar is the owner's. */
  readonly timedById: string | null
  /** The rotation that was asked, whose person on call has it. */
  readonly rotationId?: string | null
}

/** When it would come to whoever has this calendar, of the receivers the one at `index`. */
type ComesAt = (resolved: Resolved, index: number) => Temporal.Instant | null

/** Where something that is sent now goes; in the order of the receivers, one statement. */
export async function destinationsOf(
  db: Database | Tx,
  ctx: Context,
  { receivers, comesAt }: { receivers: readonly Receiver[]; comesAt: ComesAt },
): Promise<Destination[]> {
  const calendars = await calendarsOf(
    db,
    ctx.workspaceId,
    receivers.flatMap((receiver) => (receiver.team || receiver.duties ? [] : [receiver.person.id])),
  )
  return receivers.map((receiver, index) => {
    if (receiver.duties) return dutyDestination(receiver.duties, (resolved) => comesAt(resolved, index))
    if (receiver.team) return teamDestination(receiver.team.id, receiver.members, ctx.now)
    return { owner: person(receiver.person.id), resolved: calendars.of(receiver.person.id), timedById: null }
  })
}

/** Whoever is on call when it comes has it. */
function dutyDestination({ id, turns }: Duties, comesAt: (resolved: Resolved) => Temporal.Instant | null): Destination {
  const turn = onCallAtDelivery(turns, (resolved) => comesAt(resolved)?.epochMilliseconds ?? null)
  if (!turn) throw new Error(`Nobody is on call for the rotation ${id}.`)
  return { owner: person(turn.person.id), resolved: turn.resolved, timedById: null, rotationId: id }
}

/** A space whose ask is timed by whoever of its members can be reached first from now on. */
export function teamDestination(teamId: string, members: readonly Teammate[], now: Temporal.Instant): Destination {
  const first = firstReachable(members, now.epochMilliseconds)
  if (!first) throw new Error(`Nobody of the space ${teamId} can have an ask.`)
  return { owner: space(teamId), resolved: first.resolved, timedById: first.id }
}

/** Who is named by asking there: a person who was asked. Whoever is on call was not, and may be somebody else when it comes. */
export function personNamed({ owner, rotationId = null }: Destination): string[] {
  return owner.ownerId === null || rotationId !== null ? [] : [owner.ownerId]
}

/** What is kept of a destination beside when the ask comes and is due: who times it, when a space gives it away, and whose shifts it follows. */
export function timingOf(
  { owner, resolved, timedById, rotationId = null }: Destination,
  schedule: Pick<Schedule, 'deliverAt' | 'dueAt'>,
): { timedById: string | null; assignAt: Temporal.Instant | null; followsRotationId: string | null } {
  return { timedById, assignAt: owner.ownerSpaceId === null ? null : assignAtOf(resolved, schedule), followsRotationId: rotationId }
}
