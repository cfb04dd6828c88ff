import { z } from 'zod'
import { invalid } from '#platform/contract/failure.ts'
import { refusalText } from '#platform/contract/refusal-texts.ts'

/** An instant in a cursor, as PostgreSQL takes it. */
export const cursorInstant = z.iso.datetime().refine((value) => value >= '1000-01-01')

/** Where a list goes on, as text that means nothing to whoever carries it: the key of the last row. */
export function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** The key that a cursor holds, null without one. Throws 422 for what no list gave. */
export function readCursor<Key>(schema: z.ZodType<Key>, after: string | undefined): Key | null {
  if (after === undefined) return null
  const key = schema.safeParse(parsed(Buffer.from(after, 'base64url').toString()))
  if (!key.success) throw invalid([{ path: 'after', message: () => refusalText('otherCursor') }])
  return key.data
}

/** PostgreSQL holds no NUL, and no list gave one. */
function parsed(text: string): unknown {
  if (text.includes('\\u0000')) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
