import { idOf, type PositionedEvent } from '#platform/contract/event.ts'
import type { Known, Notice, NoticeRule, NoticeRules } from '#features/availability/rules/notice.ts'
import type { AskEvent } from './events.ts'

/** Whom what happens to asks concerns. Nobody is told of what they did themselves: the inbox sees to that. */
export const noticesOfAsks: NoticeRules = {
  'ask.made': (event, known) => toOwners(event, known, { why: 'ask', attention: isUrgent(event) ? 'urgent' : 'timely' }),
  'ask.answered': (event) => [toAsker(event, { why: 'answer', attention: 'timely', postId: idOf(event, 'answerPostId') })],
  'ask.declined': (event) => [toAsker(event, { why: 'declined', attention: 'timely' })],
  'ask.withdrawn': withdrawn,
  'ask.expired': (event, known) => [...tellOwners(event, known, 'expired'), ...tellAskerOf(event, 'expired')],
  // Shown on the ask to whoever asked. Where somebody on call took it, they have it now, and the one it was meant for knows.
  'ask.acknowledged': acknowledged,
  'ask.paged': (event) => [{ to: idOf(event, 'pagedId') ?? '', ...about(event), why: 'page', attention: 'urgent', onShift: true }],
  'ask.unacknowledged': (event) => [toAsker(event, { why: 'unacknowledged', attention: 'urgent' })],
  'ask.judged': 'It is counted, and shown to whoever said it.',
  'incident.declared': 'Whoever is on call is paged; everybody else reads it where it stands.',
  'incident.joined': joined,
  'ask.passed': (event, known) => [...toOwners(event, known, { why: 'ask', attention: 'timely' }), ...tellAskerOf(event, 'passed')],
  'ask.taken': taken,
  'ask.assigned': assigned,
  'ask.shared': (event) => toPerson(event, 'personId', { why: 'ask', attention: 'timely' }),
  'ask.offered': (event, known) => [
    ...toPerson(event, 'coverId', { why: 'cover', attention: 'timely' }),
    ...toMembers(event, known.members(idOf(event, 'coverSpaceId') ?? ''), { why: 'cover', attention: 'timely' }),
  ],
  'ask.moved': (event, known) => [...tellOwners(event, known, 'moved'), ...tellAskerOf(event, 'moved')],
  'ask.replanned': (event) => (event.subject['byADay'] === true ? tellAskerOf(event, 'moved') : []),
  // Whoever had it never heard of it, and does not now.
  'ask.reassigned': (event, known) => [
    ...toOwners(event, known, { why: 'ask', attention: 'timely' }),
    ...(event.subject['byADay'] === true ? tellAskerOf(event, 'moved') : []),
  ],
  // Who asked may be the owner now: one item says why it is back, the other stays until it is settled.
  'ask.owner_lost': (event, known) => [
    ...toOwners(event, known, { why: 'ask', attention: 'timely' }),
    toAsker(event, { why: 'returned', attention: 'digest' }),
  ],
  'scheduled.kept': 'Its author reads of it in their next digest, which is built by reading.',
} satisfies Record<AskEvent['type'], NoticeRule>

type Said = Pick<Notice, 'why' | 'attention' | 'postId'>

const about = (event: PositionedEvent) => ({ threadId: event.streamId, askId: idOf(event, 'askId'), postId: idOf(event, 'postId') })

const isUrgent = (event: PositionedEvent): boolean => event.subject['interrupts'] === true

const isOnesOwn = (event: PositionedEvent): boolean => idOf(event, 'ownerId') === idOf(event, 'askerId')

function toPerson(event: PositionedEvent, name: string, said: Said): Notice[] {
  const to = idOf(event, name)
  return to === null ? [] : [{ to, ...about(event), ...said }]
}

function toAsker(event: PositionedEvent, said: Said): Notice {
  return { to: idOf(event, 'askerId') ?? '', ...about(event), ...said }
}

/** To each member of a space but who asked. */
function toMembers(event: PositionedEvent, members: readonly string[], said: Said): Notice[] {
  return members.filter((to) => to !== idOf(event, 'askerId')).map((to) => ({ to, ...about(event), ...said }))
}

/** Where its post was deleted, the word of it is about the ask alone: what is about a deleted post is gone. */
function withdrawn(event: PositionedEvent, known: Known): Notice[] {
  const notices = [...tellOwners(event, known, 'withdrawn'), ...tellAskerOf(event, 'withdrawn')]
  return event.subject['cause'] === 'post_deleted' ? notices.map((notice) => ({ ...notice, postId: null })) : notices
}

function acknowledged(event: PositionedEvent): Notice[] {
  if (idOf(event, 'formerOwnerId') === null && idOf(event, 'formerSpaceId') === null) return []
  return [
    ...toPerson(event, 'ownerId', { why: 'ask', attention: 'timely' }),
    ...toPerson(event, 'formerOwnerId', { why: 'taken', attention: 'digest' }),
  ]
}

/** Whoever has the incident in hand hears of what came to it, where that stands. */
function joined(event: PositionedEvent): Notice[] {
  const to = idOf(event, 'toId')
  return to === null ? [] : [{ to, threadId: idOf(event, 'fromThreadId'), askId: idOf(event, 'askId'), why: 'joined', attention: 'timely' }]
}

/** To who has it; to everybody of a space that has it. */
function toOwners(event: PositionedEvent, known: Known, said: Said): Notice[] {
  const spaceId = idOf(event, 'ownerSpaceId')
  return spaceId === null ? toPerson(event, 'ownerId', said) : toMembers(event, known.members(spaceId), said)
}

/** Owners hear of what they have seen; of what never came to them there is nothing to say. Their own asks they hear of as askers. */
function tellOwners(event: PositionedEvent, known: Known, why: Notice['why']): Notice[] {
  if (event.subject['delivered'] !== true || isOnesOwn(event)) return []
  if (idOf(event, 'ownerSpaceId') === null) return toPerson(event, 'ownerId', { why, attention: 'digest' })
  return toMembers(event, reachedBy(event, known), { why, attention: 'digest' })
}

/** A line in the asker's digest. */
function tellAskerOf(event: PositionedEvent, why: Notice['why']): Notice[] {
  return isOnesOwn(event) && event.type === 'ask.passed' ? [] : [toAsker(event, { why, attention: 'digest' })]
}

/** The others to whom it had come learn who has it, as do who asked and whoever had it; an answer in the same breath tells who asked more. */
function taken(event: PositionedEvent, known: Known): Notice[] {
  const said = { why: 'taken', attention: 'digest' } as const
  const isNew = !known.reached(idOf(event, 'askId') ?? '').has(idOf(event, 'ownerId') ?? '')
  return [
    ...(isNew ? toPerson(event, 'ownerId', { why: 'ask', attention: 'timely' }) : []),
    ...toMembers(event, othersReached(event, known), said),
    ...toPerson(event, 'formerOwnerId', said),
    ...(event.subject['answering'] === true ? [] : [toAsker(event, said)]),
  ]
}

/** Who has it now gets it, or is told that it is theirs where they had seen it before. */
function assigned(event: PositionedEvent, known: Known): Notice[] {
  const said = { why: 'given', attention: 'digest' } as const
  const come = known.reached(idOf(event, 'askId') ?? '').get(idOf(event, 'ownerId') ?? '')
  return [
    ...(come === undefined ? toPerson(event, 'ownerId', { why: 'ask', attention: 'timely' }) : []),
    ...(come === true ? toPerson(event, 'ownerId', { why: 'given', attention: 'timely' }) : []),
    ...toMembers(event, othersReached(event, known), said),
    toAsker(event, said),
  ]
}

function reachedBy(event: PositionedEvent, known: Known): string[] {
  return [...known.reached(idOf(event, 'askId') ?? '')].filter(([, come]) => come).map(([personId]) => personId)
}

function othersReached(event: PositionedEvent, known: Known): string[] {
  return reachedBy(event, known).filter((personId) => personId !== idOf(event, 'ownerId') && personId !== idOf(event, 'formerOwnerId'))
}
