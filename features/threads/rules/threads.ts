import { conflict, type Failure, forbidden, invalid } from '#platform/contract/failure.ts'

/** An archived space is read, not written. */
export function ensureWritable(place: { readonly archived: boolean }): void {
  if (place.archived)
    throw conflict('space.archived', 'This space is archived: it takes no new threads or posts. Bring it back first, or write in another.')
}

/** What only an open thread takes. */
export function ensureOpen(thread: { readonly number: number; readonly concluded: boolean }): void {
  if (thread.concluded) throw conflict('thread.concluded', `#${thread.number} is concluded. Reopen it first.`)
}

/** Whoever is to decide must be able to read what is to be decided. */
export const driCannotRead = (): Failure =>
  invalid([{ path: 'dri', message: 'This person may not read the space. Name somebody who may, or add them to it first' }])

export const threadNotYours = (): Failure =>
  forbidden('thread.not_yours', 'Whoever opened the thread, its DRI, owners and admins may change what it says of itself.')

export const mayNotSteer = (): Failure =>
  forbidden('thread.not_steered_by_guests', 'As a guest you may do this in threads that you opened or are the DRI of.')
