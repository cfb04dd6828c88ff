import { digestOf } from '#platform/http/entity-tag.ts'
import type { Space } from '../contract/space.ts'

/** The version of what a space says of itself: the same words have the same. */
export const spaceVersion = ({ name, purpose }: Pick<Space, 'name' | 'purpose'>): string => digestOf(JSON.stringify([name, purpose]))
