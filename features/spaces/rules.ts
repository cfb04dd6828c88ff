import { conflict, type Failure, forbidden } from '#platform/contract/failure.ts'

export const notForGuests = (): Failure =>
  forbidden('space.not_for_guests', 'A guest makes no spaces. Ask a member to make one and to add you.')

export const notYours = (): Failure =>
  forbidden(
    'space.not_yours',
    'Members may change a space; whoever made it, owners and admins may open, close or archive it and take members out.',
  )

export const membersOnly = (): Failure => forbidden('space.members_only', 'Only members of this space add others to it. Ask one of them.')

/** A direct space is its people: it is neither changed nor joined nor left. */
export function ensureNotDirect(space: { readonly direct: boolean }): void {
  if (space.direct) throw conflict('space.direct', 'This is between the people in it. Make a space for more.')
}

export function ensureNotArchived(space: { readonly archived: boolean }): void {
  if (space.archived) throw conflict('space.archived', 'This space is archived. Bring it back first.')
}

/** Nobody could ever open a private space again in which only guests are left, or nobody. */
export function ensureStaysSeen(space: { readonly visibility: string; readonly othersWhoStay: number }): void {
  if (space.visibility === 'open' || space.othersWhoStay > 0) return
  throw conflict('space.last_member', 'You are the last member of this private space. Add somebody, or archive it and stay.')
}

/** Whoever closes a space stays inside. */
export function ensureInside(closing: { readonly visibility: string | undefined; readonly member: boolean }): void {
  if (closing.visibility !== 'private' || closing.member) return
  throw conflict('space.private_without_you', 'You would not see this space any more. Join it first, then make it private.')
}

export const deactivated = (): Failure => conflict('person.deactivated', 'This person is deactivated and reads nothing.')
