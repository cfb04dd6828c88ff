import { conflict, type Failure, forbidden, invalid } from '#platform/contract/failure.ts'

export const notForGuests = (): Failure => forbidden('rotation.not_for_guests', 'A guest makes no rotations. Ask a member to make one.')

export const notYours = (): Failure =>
  forbidden(
    'rotation.not_yours',
    'Members of a rotation, owners and admins change it; which one the whole workspace has, owners and admins.',
  )

export const isGuest = (name: string): Failure =>
  conflict('rotation.guest', `${name} is a guest, and guests are not on call. Choose somebody else.`)

export const isDeactivated = (name: string): Failure => conflict('person.deactivated', `${name} is deactivated, so nothing reaches them.`)

export const noMember = (name: string): Failure =>
  conflict('shift.no_member', `${name} is not in this rotation. Add them to it first, or choose somebody who is.`)

/** `until` is when the shift that stands in the way ends. */
export const shiftOverlaps = ({ name, from, until }: { name: string; from: string; until: string }): Failure =>
  conflict('shift.overlaps', `${name} has this layer from ${from} to ${until}. Choose another time or layer, or change that shift.`)

/** What is over stands as it was: it says who was on call. */
export function ensureNotOver({ endsAt }: { readonly endsAt: Temporal.Instant }, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(endsAt, now) <= 0) throw conflict('shift.over', 'This shift is over. It says who was on call then.')
}

export const hasBegun = (): Failure =>
  conflict('shift.running', 'This shift has begun: who has it from now on, and when it ends, can be changed.')

/** Throws 422 for a shift that would end before it begins, or last longer than a year. */
export function ensureLasts(start: Temporal.Instant, end: Temporal.Instant): void {
  if (Temporal.Instant.compare(end, start) <= 0)
    throw invalid([{ path: 'end', message: 'This is not after the start. Choose a later end' }])
  if (end.since(start).total('hours') > 366 * 24) throw invalid([{ path: 'end', message: 'Use at most a year for one shift' }])
}

export const shiftNotYours = (): Failure =>
  forbidden('shift.not_yours', 'Whoever has a shift offers it to others, and other members of the rotation offer to take it.')

export const isYourOwn = (): Failure => conflict('shift.your_own', 'You have this shift. Say to whom you offer it.')

export const isOffered = (name: string): Failure =>
  conflict('swap.open', `This waits for ${name} already. Wait for the answer, or take the offer back first.`)

export const swapNotYours = (): Failure =>
  forbidden('swap.not_yours', 'An offer is accepted by the one it was made to, and ended by either of the two.')

export const swapSettled = (state: string): Failure => conflict('swap.settled', `This offer was ${state}. Make another.`)

export const swapOutdated = (): Failure => conflict('swap.outdated', 'The shift has changed since this was offered. Make another offer.')
