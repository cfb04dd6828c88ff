import { z } from 'zod'

/** An instant on the wire, in an answer: RFC 3339 in UTC. */
export const instant = z.string().meta({ format: 'date-time' })

/** A calendar date, '2026-11-23'. */
const asDate = 'Write a date such as 2026-11-23'
export const date = z.iso.date(asDate).refine((value) => value >= '1000-01-01', asDate)

/** A handle or slug as people write it: lower-case letters, digits, `.`, `_` and `-`. */
export const name = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,63}$/,
    'Use up to 64 lower-case letters, digits, dots, underscores or hyphens, beginning with a letter or digit',
  )
  .refine((value) => !reserved.includes(value), 'This word is reserved. Choose another')

/** Words that name nobody in particular. */
export const reserved: readonly string[] = ['me', 'all', 'here', 'everyone']

/** A person as they stand in an answer. */
export const personName = z.object({ handle: z.string(), name: z.string() })
export type PersonName = z.infer<typeof personName>

/** The query of a list: where to go on, and how many at once. */
export const paging = {
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
}

/** One piece of a list, and where it goes on. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

/** One line of text a person writes. */
export const line = (max: number) => z.string().trim().min(1, 'Write something here').max(max, `Use at most ${max} characters`)

/** A text a person writes, in Markdown. */
export const markdown = (max = 200_000) => z.string().trim().min(1, 'Write something here').max(max, `Use at most ${max} characters`)
