import { digestOf } from '#platform/http/entity-tag.ts'
import type { Person } from '../contract/person.ts'

/** The version of what somebody says of how they work: the same words have the same. */
export const readmeVersion = ({ readme }: Pick<Person, 'readme'>): string => digestOf(readme)
