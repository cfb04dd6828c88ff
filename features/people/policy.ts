import type { Role } from '#platform/context.ts'

interface Actor {
  readonly personId: string
  readonly role: Role
}

interface Subject {
  readonly id: string
  readonly role: Role
}

const administers = (role: Role): boolean => role === 'owner' || role === 'admin'

/** One's own profile is one's own. */
export function mayEditProfile(actor: Actor, person: Pick<Subject, 'id'>): boolean {
  return actor.personId === person.id
}

/** Addresses are for their person and for those who administer. */
export function mayReadEmail(actor: Actor, person: Pick<Subject, 'id'>): boolean {
  return actor.personId === person.id || administers(actor.role)
}

/** Owners change every role; admins those of everybody but owners, and make none. */
export function mayChangeRole(actor: Actor, person: Subject, to?: Role): boolean {
  if (actor.role === 'owner') return true
  return actor.role === 'admin' && person.role !== 'owner' && to !== 'owner'
}

/** As roles, for everybody but oneself. */
export function mayDeactivate(actor: Actor, person: Subject): boolean {
  return actor.personId !== person.id && mayChangeRole(actor, person)
}

/** As deactivation: one's own is turned off in one's settings. */
export function mayResetSecondFactor(actor: Actor, person: Subject): boolean {
  return mayDeactivate(actor, person)
}
