// oxlint-disable house/commands-record -- what follows from a fact records its own
import { idOf, type PositionedEvent } from '#platform/contract/event.ts'
import type { EventBatch } from '#platform/events/drain-outbox.ts'
import { coverChangedAsks } from './cover-due-asks.ts'
import { forgetAskTexts } from './forget-ask-texts.ts'
import { followShifts } from './follow-shifts.ts'
import { replanAsksOf } from './replan-asks.ts'
import { replanPlannedMeanwhile } from './replan-planned-meanwhile.ts'
import { returnLostAsks } from './return-lost-asks.ts'
import { shareAsks } from './share-asks.ts'
import { withdrawLostAsks } from './withdraw-lost-asks.ts'

/** Does to asks what other facts mean for them: people who leave, spaces that close, posts that are deleted, calendars and shifts that change. */
export async function followFacts(batch: EventBatch): Promise<void> {
  const { tx, workspaceId, events, now } = batch
  await withdrawWhatIsGone(batch)
  const byItself = { workspaceId, personId: null, now }
  // Before anything is lost: where another one is on call, it is theirs.
  await followShifts(tx, byItself, {
    rotationIds: idsIn(events, 'rotationId', shiftFacts),
    personIds: idsIn(events, 'personId', personFacts),
    spaceIds: idsIn(events, 'spaceId', ['space.changed']),
  })
  await returnLostAsks(tx, byItself, {
    personIds: idsIn(events, 'personId', ['person.deactivated', 'person.changed', 'member.removed']),
    spaceIds: idsIn(events, 'spaceId', ['space.changed', 'space.archived', 'member.removed']),
    askIds: [],
  })
  await replanAsksOf(tx, byItself, idsIn(events, 'personId', ['calendar.changed']))
  await shareAsks(tx, byItself, joined(events))
  await lookAgain(batch)
  await coverChangedAsks(tx, byItself, {
    askIds: idsIn(events, 'askId', justPlanned),
    personIds: idsIn(events, 'personId', ['calendar.changed']),
  })
}

async function withdrawWhatIsGone({ tx, workspaceId, events, now }: EventBatch): Promise<void> {
  for (const event of events) {
    const actor = { workspaceId, personId: event.actorId, now }
    const [postId, spaceId] = [idOf(event, 'postId'), idOf(event, 'spaceId')]
    if (event.type === 'post.deleted' && postId !== null) {
      await withdrawLostAsks(tx, actor, { postId })
      await forgetAskTexts(tx, actor, postId)
    }
    if (event.type === 'space.archived' && spaceId !== null) await withdrawLostAsks(tx, actor, { spaceId })
  }
}

/** What was planned while the world changed is looked at once more: whoever planned it may have seen the world as it was before. */
async function lookAgain({ tx, workspaceId, events, now }: EventBatch): Promise<void> {
  const planned = events.filter(({ type }) => justPlanned.includes(type))
  const [first] = planned.map(({ happenedAt }) => happenedAt).toSorted((one, other) => Temporal.Instant.compare(one, other))
  if (first === undefined) return
  const byItself = { workspaceId, personId: null, now }
  const askIds = idsIn(planned, 'askId', justPlanned)
  await withdrawLostAsks(tx, byItself, { askIds })
  await returnLostAsks(tx, byItself, { personIds: [], spaceIds: [], askIds })
  await replanPlannedMeanwhile(tx, byItself, { askIds, since: first })
  await followShifts(tx, byItself, { askIds })
}

const shiftFacts: readonly string[] = ['shift.added', 'shift.changed', 'shift.removed', 'shift.planned', 'rotation.member_removed']
/** After which somebody may be on call, or reached, at other times than before. */
const personFacts: readonly string[] = [
  'calendar.changed',
  'person.deactivated',
  'person.reactivated',
  'person.changed',
  'member.added',
  'member.removed',
]

const justPlanned: readonly string[] = [
  'ask.made',
  'ask.passed',
  'ask.taken',
  'ask.assigned',
  'ask.reassigned',
  'ask.moved',
  'ask.owner_lost',
]

function joined(events: readonly PositionedEvent[]): { spaceId: string; personId: string }[] {
  return events.flatMap((event) => {
    const [spaceId, personId] = [idOf(event, 'spaceId'), idOf(event, 'personId')]
    return event.type === 'member.added' && spaceId !== null && personId !== null ? [{ spaceId, personId }] : []
  })
}

function idsIn(events: readonly PositionedEvent[], name: string, types: readonly string[]): string[] {
  const ids = events.filter(({ type }) => types.includes(type)).map((event) => idOf(event, name))
  return [...new Set(ids.filter((id) => id !== null))]
}
