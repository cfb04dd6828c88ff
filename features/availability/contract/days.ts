import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { date, instant } from '#platform/contract/shapes.ts'
import { moment } from './times.ts'

const span = z.object({ start: instant, end: instant })

/** When somebody first works again after an absence, and the date of that where they are then. */
export const Return = z.object({ on: date, at: instant })
export type Return = z.output<typeof Return>

/** A stretch of somebody's time as a band draws it. */
export const Day = z.object({
  handle: z.string(),
  name: z.string(),
  active: z.boolean(),
  /** The zone they are in at the first instant. */
  timeZone: z.string(),
  from: instant,
  to: instant,
  working: z.array(span),
  focus: z.array(span),
  away: z.array(span),
  /** The last date of the absence that holds now. */
  awayUntil: date.nullable(),
  back: Return.nullable(),
  deliveries: z.array(instant),
  nextReachable: instant.nullable(),
  nextDelivery: instant.nullable(),
  hoursSet: z.boolean(),
})
export type Day = z.output<typeof Day>

export const listDays = endpoint({
  name: 'listDays',
  method: 'GET',
  path: '/availability/days',
  summary: 'The days of up to 100 people, for drawing: each person their own local day, or the same stretch of at most 3 days for all.',
  access: 'people:read',
  query: z.strictObject({
    people: z
      .string()
      .max(8_000)
      .transform((text) => text.split(',').filter(Boolean))
      .pipe(z.array(z.string()).max(100)),
    from: moment.optional(),
    to: moment.optional(),
  }),
  output: z.object({ items: z.array(Day) }),
})
