import { idOf, type PositionedEvent } from '#platform/contract/event.ts'
import type { AvailabilityEvent } from './events.ts'
import type { Notice, NoticeRule, NoticeRules } from './rules/notice.ts'

/** Whom what is recorded of calendars and rotations concerns: those between whom a shift is to change hands; of all else why nobody. */
export const noticesOfAvailability: NoticeRules = {
  'calendar.changed': 'Asks that it moves by a day or more say so themselves.',
  'rotation.made': 'A new rotation is there for whoever looks.',
  'rotation.changed': 'It is seen where the rotation is named.',
  'rotation.member_added': 'The rotation is among theirs from now on; its shifts stand on its page.',
  'rotation.member_removed': 'Whoever leaves a rotation knows; the gaps they leave stand on its page.',
  'shift.added': 'Shifts stand on the rotation’s page and in the day of whoever has them.',
  'shift.planned': 'Shifts stand on the rotation’s page and in the day of whoever has them.',
  'shift.changed': 'Shifts stand on the rotation’s page and in the day of whoever has them.',
  'shift.removed': 'Shifts stand on the rotation’s page and in the day of whoever has them.',
  // One of the two offers it, and knows.
  'swap.offered': (event) => ['fromId', 'toId'].flatMap((name) => toPerson(event, name, { why: 'swap', attention: 'timely' })),
  'swap.settled': (event) => {
    const state = event.subject['state']
    const why = state === 'accepted' || state === 'declined' ? (`swap ${state}` as const) : null
    return why === null ? [] : toPerson(event, 'offeredById', { why, attention: 'digest' })
  },
} satisfies Record<AvailabilityEvent['type'], NoticeRule>

function toPerson(event: PositionedEvent, name: string, said: Pick<Notice, 'why' | 'attention'>): Notice[] {
  const to = idOf(event, name)
  return to === null ? [] : [{ to, swapId: idOf(event, 'swapId'), ...said }]
}
