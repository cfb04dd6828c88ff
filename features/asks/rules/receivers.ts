import { Failure, type FieldError } from '#platform/contract/failure.ts'
import { refusalText } from './refusal-texts.ts'

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
  return refusal('ask.receiver_not_on_call', {
    path,
    message: () => refusalText('nobodyOnCall', { name }),
  })
}

/** Nobody is in the space who could have the ask. */
export function isEmpty({ path, name }: Named): Failure {
  return refusal('ask.receiver_empty', { path, message: () => refusalText('receiverEmpty', { name }) })
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
    throw refusal('ask.receiver_archived', { ...named, message: () => refusalText('receiverArchived', { name: team.name }) })
  if (team.visibility === 'private' && team.id !== placeId)
    throw refusal('ask.receiver_private', {
      ...named,
      message: () => refusalText('receiverPrivate', { name: team.name }),
    })
}

export function isDeactivated({ path, name }: Named): Failure {
  return refusal('ask.receiver_deactivated', { path, message: () => refusalText('receiverDeactivated', { name }) })
}

/** `canAdd`: whether the sender may make them a member, after which they can be asked. */
export function cannotRead({ path, name }: Named, canAdd: boolean): Failure {
  const message = (): string => refusalText(canAdd ? 'cannotReadAdd' : 'cannotRead', { name })
  return refusal('ask.receiver_cannot_read', { path, message }, { canAdd })
}

export function isGuest({ path, name }: Named): Failure {
  return refusal('ask.receiver_guest', { path, message: () => refusalText('receiverGuest', { name }) })
}

export function hasItAlready({ path, name }: Named): Failure {
  return refusal('ask.receiver_has_it', { path, message: () => refusalText('receiverHasIt', { name }) })
}

export function hadItBefore({ path, name }: Named): Failure {
  const message = (): string => refusalText('receiverHadIt', { name })
  return new Failure({ code: 'ask.receiver_had_it', status: 403, message, errors: [{ path, message }] })
}
