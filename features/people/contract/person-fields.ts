import { z } from 'zod'
import { name, title } from '#platform/contract/shapes.ts'
import { words } from '#platform/contract/words.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Somebody by their handle, or whoever asks. */
export const handleOrMe = z.union(
  [z.literal('me'), name],
  words(() => refusalText('handleOrMe', { me: 'me' })),
)

/** What a new person says of themselves, wherever they come from. */
export const personFields = {
  name: title(100),
  handle: name,
  email: z.email().max(254),
  password: z.string().max(400),
}
