import { z } from 'zod'
import { refusalText } from './refusal-texts.ts'
import { asDate, asInstant, words } from './words.ts'

/** An instant on the wire, in an answer: RFC 3339 in UTC. */
export const instant = z.string().meta({ format: 'date-time' })

/** An instant in a question, with any offset. */
export const instantIn = z.iso.datetime({ offset: true, abort: true }).refine(canBeKept, { abort: true, ...words(asInstant) })

/** Temporal reads nanoseconds at most; outside of these years in UTC there is no form that everything here reads. */
function canBeKept(value: string): boolean {
  return !/\.\d{10}/.test(value) && /^[1-9]\d{3}-/.test(Temporal.Instant.from(value).toString())
}

/** A calendar date, '2026-11-23'. */
export const date = z.iso.date().refine((value) => value >= '1000-01-01', words(asDate))

/** A handle or slug as people write it: lower-case letters, digits, `.`, `_` and `-`. */
export const name = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,63}$/,
    words(() => refusalText('namePattern')),
  )
  .refine(
    (value) => !reserved.includes(value),
    words(() => refusalText('nameReserved')),
  )

/** An id in a question: its letters may be large, and are small as everywhere else from here on. */
export const uuid = z.uuid().toLowerCase()

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

/** A short text a person writes. */
export const line = (max: number) => z.string().trim().min(1).max(max)

/** What somebody or something is called: a line, whatever signs that control a terminal or end a line were among it. */
export const title = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' '))
    .trim()
    .min(1)
    .max(max)

/** A text a person writes, in Markdown. */
export const markdown = (max = 200_000) => z.string().trim().min(1).max(max)
