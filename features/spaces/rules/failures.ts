import { conflict, type Failure, forbidden } from '#platform/contract/failure.ts'
import { refusalText } from './refusal-texts.ts'

export const notForGuests = (): Failure => forbidden('space.not_for_guests', () => refusalText('notForGuests'))

export const notYours = (): Failure => forbidden('space.not_yours', () => refusalText('notYours'))

export const membersOnly = (): Failure => forbidden('space.members_only', () => refusalText('membersOnly'))

/** A direct space is its people: it is neither changed nor joined nor left. */
export function ensureNotDirect(space: { readonly direct: boolean }): void {
  if (space.direct) throw conflict('space.direct', () => refusalText('direct'))
}

export function ensureNotArchived(space: { readonly archived: boolean }): void {
  if (space.archived) throw conflict('space.archived', () => refusalText('archived'))
}

/** Nobody could ever open a private space again in which only guests are left, or nobody. */
export function ensureStaysSeen(space: { readonly visibility: string; readonly othersWhoStay: number }): void {
  if (space.visibility === 'open' || space.othersWhoStay > 0) return
  throw conflict('space.last_member', () => refusalText('lastMember'))
}

/** Whoever closes a space stays inside. */
export function ensureInside(closing: { readonly visibility: string | undefined; readonly member: boolean }): void {
  if (closing.visibility !== 'private' || closing.member) return
  throw conflict('space.private_without_you', () => refusalText('privateWithoutYou'))
}

export const deactivated = (): Failure => conflict('person.deactivated', () => refusalText('deactivated'))
