import { listAsks } from '#features/asks/contract/asks.ts'
import { getThread, listPosts } from '#features/asks/contract/threads.ts'
import { listDays } from '#features/availability/contract/days.ts'
import { getMe, getPerson, listPeople } from '#features/availability/contract/people.ts'
import { getCatchUp, getHeld, getToday } from '#features/delivery/contract/today.ts'
import { listInbox, listInboxThreads } from '#features/inbox/contract.ts'
import { getSpace, listMembers, listSpaces } from '#features/spaces/contract/space.ts'
import { listDirectThreads, listThreads } from '#features/threads/contract/threads.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'

/** The beginning of the keys under which answers are kept: an endpoint, and what was asked of it as far as that matters. */
type Prefix = readonly [name: string, input?: Readonly<Record<string, string>>]

const whole = (...endpoints: readonly Endpoint[]): readonly Prefix[] => endpoints.map(({ name }) => [name])

const words: Readonly<Record<string, readonly Prefix[]>> = {
  today: whole(getToday, getCatchUp),
  inbox: whole(listInbox, listInboxThreads),
  held: whole(getHeld, getToday),
  asks: whole(listAsks),
  spaces: whole(listSpaces),
  people: whole(listPeople, listDays),
  me: whole(getMe),
  // By name: their contracts come with the pages that show them, not with the first one. A test holds the names.
  sessions: [['listSessions']],
  tokens: [['listTokens']],
  invitations: [['listInvitations']],
  rotations: [['listRotations'], ['getRotation'], ['getOnCall'], ['listShifts']],
}

const things: Readonly<Record<string, (name: string) => readonly Prefix[]>> = {
  thread: (number) => [
    [getThread.name, { number }],
    [listPosts.name, { number }],
    ['getIncident', { number }],
    [listDirectThreads.name],
    ['listFollowers', { number }],
  ],
  space: (slug) => [
    [getSpace.name, { slug }],
    [listThreads.name, { slug }],
    [listMembers.name, { slug }],
  ],
  person: (handle) => [
    [getPerson.name, { handle }],
    ['getCalendar', { handle }],
    [getPerson.name, { handle: 'me' }],
    ['getCalendar', { handle: 'me' }],
  ],
}

/** What of the answers kept is not true any more once these keys of the live stream have changed; null for all of it. */
export function changedAnswers(keys: readonly string[]): readonly Prefix[] | null {
  if (keys.includes('all')) return null
  return keys.flatMap((key) => {
    const [thing = '', name] = key.split(':')
    return name === undefined ? (words[thing] ?? []) : (things[thing]?.(name) ?? [])
  })
}
