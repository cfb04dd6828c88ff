// oxlint-disable house/commands-record -- plans follow from facts that were recorded
import { sql } from 'kysely'
import { idOf, type PositionedEvent } from '#platform/contract/event.ts'
import type { EventBatch, EventHandler } from '#platform/events/drain-outbox.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { NoticeRules } from '#features/availability/rules/notice.ts'
import { layFloors, moveFloors } from '#features/inbox/commands/move-floors.ts'
import { writeItems } from '#features/inbox/commands/write-items.ts'
import { queueInvitations } from './queue-invitations.ts'
import { queueSignInMails } from './queue-sign-in-mails.ts'
import { dropMoments } from './drop-moments.ts'
import { planDigests } from './plan-digests.ts'
import { planForItems } from './plan-for-items.ts'
import { replanReach } from './replan-people.ts'

/** Handles facts as far as they reach people: an item for whoever is named, and everybody's next moments as the facts leave them. */
export function planDeliveries(rules: NoticeRules, { mail }: { mail: boolean }): EventHandler {
  return async (batch) => {
    await keepPeople(batch)
    if (mail) await queueInvitations(batch.tx, batch, invitationsIn(batch.events))
    if (mail) await queueSignInMails(batch.tx, batch, batch.events)
    const concerned = await writeItems(batch, rules)
    await planForItems(batch.tx, batch.workspaceId, { people: concerned })
  }
}

/** Whoever joins is reached from then on, whoever leaves is not, and new hours mean new moments. */
async function keepPeople({ tx, workspaceId, now, events }: EventBatch): Promise<void> {
  const taking = await unreckoned(tx, workspaceId, events)
  const joined = [...peopleOf(events, ['person.joined']), ...taking]
  const returned = peopleOf(events, ['person.reactivated'])
  const from = startOf(events, ({ type, actorId }) => beginnings.has(type) || (actorId !== null && taking.includes(actorId))) ?? {
    position: 0,
    now,
  }
  await layFloors(tx, workspaceId, { people: joined, ...from })
  // What was written while somebody was gone waits in the app; it is not brought to them all at once.
  await moveFloors(tx, workspaceId, { people: returned, ...from })
  await planDigests(tx, workspaceId, { people: [...joined, ...returned], after: from.now })
  const changed = peopleOf(events, ['calendar.changed'])
  await moveFloors(tx, workspaceId, { people: await takingNone(tx, workspaceId, changed), position: from.position, now: null })
  await replanReach(tx, workspaceId, { people: changed, now })
  await dropMoments(tx, workspaceId, peopleOf(events, ['person.deactivated']))
}

const beginnings = new Set(['person.joined', 'person.reactivated', 'calendar.changed'])

/**
 * Where a reckoning begins: behind all that happened before the first of these facts that begins one. What was said to somebody in the instant in
 * which they joined is for them: facts of one instant stand in no order of their own.
 */
function startOf(
  events: readonly PositionedEvent[],
  begins: (event: PositionedEvent) => boolean,
): { position: number; now: Temporal.Instant } | null {
  const [first] = events
  const beginning = events.find(begins)?.happenedAt
  if (!first || !beginning) return null
  const before = events.findLast(({ happenedAt }) => Temporal.Instant.compare(happenedAt, beginning) < 0)
  return { position: before?.position ?? first.position - 1, now: beginning }
}

/** Who does something and is not reached yet: people who came by an import, and begin to take part. */
async function unreckoned(tx: Tx, workspaceId: number, events: readonly PositionedEvent[]): Promise<string[]> {
  const actors = [...new Set(events.map(({ actorId }) => actorId).filter((id) => id !== null))]
  if (actors.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select p.id from people p where p.workspace_id = ${workspaceId} and p.id = any(${actors}::uuid[])
      and not exists (select from read_floors floor where floor.workspace_id = p.workspace_id and floor.person_id = p.id)
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** Those of these people who took no digests until now: what stood in the app was there for them, and no digest brings it again. */
async function takingNone(tx: Tx, workspaceId: number, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select floor.person_id as id from read_floors floor where floor.workspace_id = ${workspaceId} and floor.person_id = any(${[...people]}::uuid[])
      and not exists (select from delivery_moments m where m.workspace_id = floor.workspace_id and m.person_id = floor.person_id and m.kind = 'digest')
      and not exists (
        select from inbox_items i where i.workspace_id = floor.workspace_id and i.person_id = floor.person_id and i.delivered_at is null and i.why <> 'ask')
  `.execute(tx)
  return rows.map(({ id }) => id)
}

const invitationsIn = (events: readonly PositionedEvent[]): string[] =>
  events
    .filter(({ type }) => type === 'invitation.made' || type === 'invitation.resent')
    .map((event) => idOf(event, 'invitationId'))
    .filter((id) => id !== null)

function peopleOf(events: readonly PositionedEvent[], types: readonly string[]): string[] {
  const ids = events.filter(({ type }) => types.includes(type)).map((event) => idOf(event, 'personId'))
  return [...new Set(ids.filter((id) => id !== null))]
}
