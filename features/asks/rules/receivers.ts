import { Failure, type FieldError } from '#platform/contract/failure.ts'

function refusal(code: string, { path, message }: FieldError, extra?: Record<string, unknown>): Failure {
  return new Failure({ code, status: 422, message, errors: [{ path, message }], ...(extra ? { extra } : {}) })
}

interface Named {
  /** Where the name stood in the request. */
  readonly path: string
  readonly name: string
}

/** The rotation has no turn from now on whose person may read the thread. */
export function nobodyOnCall({ path, name }: Named): Failure {
  return refusal('ask.receiver_not_on_call', { path, message: `Nobody is on call for ${name} who may read this thread. Ask a person` })
}

/** Nobody is in the space who could have the ask. */
export function isEmpty({ path, name }: Named): Failure {
  return refusal('ask.receiver_empty', { path, message: `Nobody in ${name} can take this. Add somebody to it, or ask a person` })
}

interface Team {
  readonly id: string
  readonly name: string
  readonly visibility: string
  readonly archived: boolean
}

/** A space is asked while it is not archived, and where everybody who reads the ask may know that it exists. */
export function ensureMayBeAsked(team: Team, { path, placeId }: { path: string; placeId: string }): void {
  const named = { path, name: team.name }
  if (team.archived)
    throw refusal('ask.receiver_archived', { ...named, message: `${team.name} is archived. Ask a person, or bring it back first` })
  if (team.visibility === 'private' && team.id !== placeId)
    throw refusal('ask.receiver_private', { ...named, message: `${team.name} is private: ask it in a thread of its own, or ask a person` })
}

export function isDeactivated({ path, name }: Named): Failure {
  return refusal('ask.receiver_deactivated', { path, message: `${name} no longer has an account here. Ask somebody else` })
}

/** `canAdd`: whether the sender may make them a member, after which they can be asked. */
export function cannotRead({ path, name }: Named, canAdd: boolean): Failure {
  const way = canAdd ? 'Add them to the space first, or ask somebody who is in it' : 'Ask somebody who is in the space'
  return refusal('ask.receiver_cannot_read', { path, message: `${name} may not read this thread. ${way}` }, { canAdd })
}

export function isGuest({ path, name }: Named): Failure {
  return refusal('ask.receiver_guest', { path, message: `${name} is a guest: asks are not passed to guests. Choose somebody else` })
}

export function hasItAlready({ path, name }: Named): Failure {
  return refusal('ask.receiver_has_it', { path, message: `${name} has this ask already. Choose somebody else` })
}

export function hadItBefore({ path, name }: Named): Failure {
  const message = `${name} had this ask before. Only whoever asked may pass it back`
  return new Failure({ code: 'ask.receiver_had_it', status: 403, message, errors: [{ path, message }] })
}
