import type { SpaceEvent } from './events.ts'

/** By event type, why nobody is reached: what happens to spaces asks for nobody's attention. */
export const noticesOfSpaces = {
  'space.made': 'A new space is there for whoever looks.',
  'space.changed': 'It is seen where the space is named.',
  'space.archived': 'Asks that stood in it speak for themselves.',
  'space.unarchived': 'It is seen where the space is listed.',
  'member.added': 'The space is among theirs from now on; what names them there reaches them.',
  'member.removed': 'Asks they had there speak for themselves.',
} satisfies Readonly<Record<SpaceEvent['type'], string>>
