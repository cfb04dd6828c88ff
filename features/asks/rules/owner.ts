import type { ReceiverName } from '#features/spaces/contract/space.ts'
import type { Parties } from '../policy.ts'

/** Who has an ask: exactly one person, or the space that has it until somebody takes it. */
export type Owner = { readonly ownerId: string; readonly ownerSpaceId: null } | { readonly ownerId: null; readonly ownerSpaceId: string }

export const person = (id: string): Owner => ({ ownerId: id, ownerSpaceId: null })

export const space = (id: string): Owner => ({ ownerId: null, ownerSpaceId: id })

interface Standing {
  readonly askerId: string
  readonly ownerId: string | null
  readonly isOffered: boolean
}

/** An ask as policy looks at it, by ids. */
export const partiesOf = ({ askerId, ownerId, isOffered }: Standing): Parties => ({ asker: askerId, owner: ownerId, isOffered })

/** The handle of a person who is named; null of a space or a rotation. */
export const handleOf = (one: ReceiverName): string | null => ('handle' in one ? one.handle : null)

/** What a sentence calls them: a person by their first name, a space or a rotation by its whole. */
export const calledIn = (one: ReceiverName): string => ('handle' in one ? firstName(one.name) : one.name)

/** `Ann` for Ann Mori. */
export const firstName = (name: string): string => name.split(' ')[0] ?? name

/** What names somebody in a question: a handle, or a slug. All are of one namespace. */
export const nameIn = (one: ReceiverName): string => ('handle' in one ? one.handle : one.slug)
