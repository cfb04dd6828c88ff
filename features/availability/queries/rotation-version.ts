import { digestOf } from '#platform/http/entity-tag.ts'
import type { Rotation } from '../contract/rotations.ts'

/** The version of what a rotation says of itself: the same words have the same. */
export const rotationVersion = ({ name, purpose }: Pick<Rotation, 'name' | 'purpose'>): string => digestOf(JSON.stringify([name, purpose]))
