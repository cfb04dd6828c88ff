// oxlint-disable house/commands-record -- a delivery is a row of its own, not a fact about the work
import { sql } from 'kysely'
import { takePosition } from '#platform/events/drain-outbox.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { absenceEnded } from '#features/availability/rules/absence.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'
import { layFloors } from '#features/inbox/commands/move-floors.ts'
import { lockReceivers, type Receiver } from '../queries/lock-receivers.ts'
import { digestAfter, isInStretch } from '../rules/moments.ts'
import { type Brought, bring, type Reached as Receiving } from './bring.ts'
import { dropMoments } from './drop-moments.ts'
import { planDigests } from './plan-digests.ts'
import { replanPeople } from './replan-people.ts'

export interface DueMoment {
  readonly workspaceId: number
  readonly now: Temporal.Instant
  /** The moment, at or before now. Everything recorded before it has been handled. */
  readonly due: Temporal.Instant
  /** Whether what is delivered also goes by mail. */
  readonly mail: boolean
  /** Only for this person. */
  readonly only?: string | undefined
}

export interface Reached {
  /** How many moments were dealt with. */
  readonly moments: number
  /** Whom something was brought to. */
  readonly brought: readonly Brought[]
}

/**
 * Reaches up to two hundred people whose moment this is, in one transaction: what has come is in their inbox, their digest has gone up to here, a
 * mail waits to be sent, and their next moment is planned; or none of it. For whoever has closed since it is planned anew instead.
 */
export async function deliverMoments(db: Database, moment: DueMoment): Promise<Reached> {
  return db.transaction().execute(async (tx) => {
    const { workspaceId, now, due } = moment
    // The order of places is taken first everywhere, so that no two transactions wait for each other.
    const position = await takePosition(tx, workspaceId)
    await layFloors(tx, workspaceId, { people: await withoutFloor(tx, moment), position: position - 1, now })
    const receivers = await lockReceivers(tx, workspaceId, moment)
    if (receivers.length === 0) return { moments: 0, brought: [] }
    const calendars = await resolvedCalendars(
      tx,
      workspaceId,
      receivers.map(({ personId }) => personId),
    )
    const groups = Map.groupBy(receivers, (receiver) => courseOf(receiver, calendars.get(receiver.personId), moment))
    const [open, late, closed, gone] = courses.map((course) => groups.get(course) ?? [])
    const brought = await bring(tx, moment, {
      receivers: open!.map((receiver) => withAbsence(receiver, calendars.get(receiver.personId), due)),
      position,
    })
    await forget(tx, moment, receivers)
    await dropMoments(tx, workspaceId, ids(gone!))
    await planDigests(tx, workspaceId, { people: ids([...open!, ...late!]), after: due })
    await replanPeople(tx, workspaceId, { people: ids(closed!), now })
    return { moments: receivers.length, brought }
  })
}

const courses = ['open', 'late', 'closed', 'gone'] as const
type Course = (typeof courses)[number]

const ids = (receivers: readonly Receiver[]): string[] => receivers.map(({ personId }) => personId)

/**
 * What becomes of a moment: found so late that the next digest is due as well, it goes into that one; where its receiver has closed since, it is
 * planned anew. What is urgent was decided when it was sent: in the app it is there at once, whenever that is.
 */
function courseOf({ kind, deactivated }: Receiver, calendar: Resolved | undefined, { due, now }: DueMoment): Course {
  if (deactivated || !calendar) return 'gone'
  if (kind === 'urgent') return 'open'
  const next = digestAfter(calendar, due)
  if (next !== null && Temporal.Instant.compare(next, now) <= 0) return 'late'
  return isInStretch(calendar, { from: due, now }) ? 'open' : 'closed'
}

/** A digest is the first since an absence when its receiver came back after the one before it. */
function withAbsence(receiver: Receiver, calendar: Resolved | undefined, due: Temporal.Instant): Receiving {
  const isDigest = receiver.kind === 'digest' && calendar !== undefined
  const since = { after: receiver.digestsThrough.epochMilliseconds, by: due.epochMilliseconds }
  return { ...receiver, absence: isDigest ? absenceEnded(calendar, since) : null }
}

/** Whose moment it is and whose reckoning has not begun: people who came by an import. */
async function withoutFloor(tx: Tx, { workspaceId, due }: DueMoment): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.person_id as id from delivery_moments m
    where m.workspace_id = ${workspaceId} and m.due_at = ${due}
      and not exists (select from read_floors floor where floor.workspace_id = m.workspace_id and floor.person_id = m.person_id)
  `.execute(tx)
  return rows.map(({ id }) => id)
}

async function forget(tx: Tx, { workspaceId, due }: DueMoment, receivers: readonly Receiver[]): Promise<void> {
  await sql`
    delete from delivery_moments where workspace_id = ${workspaceId} and due_at = ${due} and person_id = any(${ids(receivers)}::uuid[])
  `.execute(tx)
}
