import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, instantIn } from '#platform/contract/shapes.ts'
import { words } from '#platform/contract/words.ts'
import { refusalText } from '../rules/refusal-texts.ts'

const handle = z.string().min(1).max(64)
const people = (max: number) => z.array(handle).min(1).max(max)

/** An instant in a question, of years whose zones are known. */
export const moment = instantIn.refine(
  (value) => /^(19[7-9]|20|21)/.test(value),
  words(() => refusalText('instantRange')),
)

const edge = z.union(
  [moment, z.iso.date().refine((value) => /^(19[7-9]|20|21)/.test(value))],
  words(() => refusalText('dateOrInstant', { date: '2026-11-23', instant: '2026-11-23T09:00:00Z' })),
)
const span = z.object({ start: instant, end: instant })

export const getAvailability = endpoint({
  name: 'getAvailability',
  method: 'GET',
  path: '/people/:handle/availability',
  summary:
    'When a person works, is open, is away and gets digests, within at most 62 days. A date counts whole, in their zone; `to` as well.',
  access: 'people:read',
  params: z.object({ handle }),
  query: z.strictObject({ from: edge, to: edge }),
  output: z.object({ working: z.array(span), open: z.array(span), away: z.array(span), digests: z.array(instant) }),
  failures: ['person.not_found'],
})

export const findOverlap = endpoint({
  name: 'findOverlap',
  method: 'POST',
  path: '/availability/overlap',
  summary: 'When all of these people work at once, for at least so many minutes; where there is no such time, the three that cost least.',
  access: 'people:read',
  body: z.strictObject({
    people: people(50),
    from: moment,
    to: moment,
    minutes: z.int().min(1).max(1_440),
  }),
  output: z.object({
    stretches: z.array(span.extend({ open: z.number() })),
    leastBad: z.array(span.extend({ outOfHours: z.record(z.string(), z.number()) })),
  }),
  failures: ['person.not_found'],
})

export const listNext = endpoint({
  name: 'listNext',
  method: 'GET',
  path: '/availability/next',
  summary: "Who can be reached first: each person's first open stretch from an instant on (now), in the order a baton is passed.",
  access: 'people:read',
  query: z.strictObject({
    people: z
      .string()
      .max(8_000)
      .transform((text) =>
        text
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean),
      )
      .pipe(people(100)),
    from: moment.optional(),
  }),
  output: z.object({ items: z.array(z.object({ handle: z.string(), at: instant.nullable(), until: instant.nullable() })) }),
  failures: ['person.not_found'],
})
