import { conflict, type Failure, forbidden, invalid } from '#platform/contract/failure.ts'
import { refusalText } from './refusal-texts.ts'

export const notForGuests = (): Failure => forbidden('rotation.not_for_guests', () => refusalText('rotationNotForGuests'))

export const notYours = (): Failure => forbidden('rotation.not_yours', () => refusalText('rotationNotYours'))

export const isGuest = (name: string): Failure => conflict('rotation.guest', () => refusalText('rotationGuest', { name }))

export const isDeactivated = (name: string): Failure => conflict('person.deactivated', () => refusalText('personDeactivated', { name }))

export const noMember = (name: string): Failure => conflict('shift.no_member', () => refusalText('shiftNoMember', { name }))

/** `until` is when the shift that stands in the way ends. */
export const shiftOverlaps = ({ name, from, until }: { name: string; from: string; until: string }): Failure =>
  conflict('shift.overlaps', () => refusalText('shiftOverlaps', { name, from, until }))

/** What is over stands as it was: it says who was on call. */
export function ensureNotOver({ endsAt }: { readonly endsAt: Temporal.Instant }, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(endsAt, now) <= 0) throw conflict('shift.over', () => refusalText('shiftOver'))
}

export const hasBegun = (): Failure => conflict('shift.running', () => refusalText('shiftRunning'))

/** Throws 422 for a shift that would end before it begins, or last longer than a year. */
export function ensureLasts(start: Temporal.Instant, end: Temporal.Instant): void {
  if (Temporal.Instant.compare(end, start) <= 0) throw invalid([{ path: 'end', message: () => refusalText('notAfterStart') }])
  if (end.since(start).total('hours') > 366 * 24) throw invalid([{ path: 'end', message: () => refusalText('atMostAYear') }])
}

export const shiftNotYours = (): Failure => forbidden('shift.not_yours', () => refusalText('shiftNotYours'))

export const isYourOwn = (): Failure => conflict('shift.your_own', () => refusalText('shiftYourOwn'))

export const isOffered = (name: string): Failure => conflict('swap.open', () => refusalText('swapOpen', { name }))

export const swapNotYours = (): Failure => forbidden('swap.not_yours', () => refusalText('swapNotYours'))

const swapEnds = { accepted: 'swapAccepted', declined: 'swapDeclined', withdrawn: 'swapWithdrawn' } as const

export const swapSettled = (state: keyof typeof swapEnds): Failure => conflict('swap.settled', () => refusalText(swapEnds[state]))

export const swapOutdated = (): Failure => conflict('swap.outdated', () => refusalText('swapOutdated'))
