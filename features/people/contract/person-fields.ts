import { z } from 'zod'
import { line, name } from '#platform/contract/shapes.ts'

/** What a new person says of themselves, wherever they come from. */
export const personFields = {
  name: line(100),
  handle: name,
  email: z.email('Write an address such as ann@example.org').max(254, 'Use at most 254 characters'),
  password: z.string().max(400, 'Use at most 400 characters'),
}
