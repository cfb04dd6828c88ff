import { z } from 'zod'
import { words } from '#platform/contract/words.ts'
import { refusalText } from '../rules/refusal-texts.ts'

const ofSeven = words(() => refusalText('weekday'))

/** A day of the week as ISO counts them: 1 for Monday. */
export const weekday = z.int().min(1, ofSeven).max(7, ofSeven)
