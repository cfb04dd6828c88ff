import { conflict, type Failure, forbidden, invalid } from '#platform/contract/failure.ts'
import { refusalText } from './refusal-texts.ts'

/** An archived space is read, not written. */
export function ensureWritable(place: { readonly archived: boolean }): void {
  if (place.archived) throw conflict('space.archived', () => refusalText('spaceArchived'))
}

/** What only an open thread takes. */
export function ensureOpen(thread: { readonly number: number; readonly concluded: boolean }): void {
  if (thread.concluded) throw conflict('thread.concluded', () => refusalText('isConcluded', { number: String(thread.number) }))
}

/** Whoever is to decide must be able to read what is to be decided. */
export const driCannotRead = (): Failure => invalid([{ path: 'dri', message: () => refusalText('driCannotRead') }])

export const threadNotYours = (): Failure => forbidden('thread.not_yours', () => refusalText('threadNotYours'))

export const mayNotSteer = (): Failure => forbidden('thread.not_steered_by_guests', () => refusalText('notSteeredByGuests'))
