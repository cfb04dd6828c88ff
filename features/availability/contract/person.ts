import { z } from 'zod'
import { receiverName } from '#features/spaces/contract/space.ts'
import { date, instant } from '#platform/contract/shapes.ts'
import { languages } from '#platform/text/languages.ts'
import { Return } from './days.ts'

export const Person = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  role: z.enum(['owner', 'admin', 'member', 'guest']),
  /** False once deactivated: what they wrote stays, nothing reaches them. */
  active: z.boolean(),
  /** The zone they are in now, travel counted. */
  timeZone: z.string(),
  capacity: z.enum(['open', 'busy', 'full']),
  capacityUntil: instant.nullable(),
  status: z.string(),
  statusUntil: instant.nullable(),
  /** What their clock shows now, such as 09:30, and the date there. */
  localTime: z.string(),
  localDate: z.string(),
  working: z.boolean(),
  /** Their first open instant from now on; null when there is none within a year. */
  nextReachable: instant.nullable(),
  /** The absence that holds now: its last date, when they are back, and who covers, where the reader sees them. */
  away: z.object({ until: date, back: Return, cover: receiverName.nullable() }).nullable(),
  hoursSet: z.boolean(),
  readme: z.string(),
  /** Told to themselves, owners and admins; null to all others. */
  email: z.string().nullable(),
  /** Told to themselves; null to all others. */
  digestMail: z.boolean().nullable(),
  /** In which language they are written to, the hours of their clock, and the first day of their week, 1 for Monday: told to themselves; null to all others, and where it is as their browser, or their language, has it. */
  language: z.enum(languages).nullable(),
  clock: z.literal([12, 24]).nullable(),
  weekStart: z.number().nullable(),
  /** Which key each act has instead of its first one, empty for none, whether single keys do anything, and how often that was chosen: told to themselves; null to all others, and until they chose. */
  keys: z.object({ map: z.record(z.string(), z.string()), single: z.boolean(), version: z.number() }).nullable(),
  may: z.object({ edit: z.boolean(), changeRole: z.boolean(), deactivate: z.boolean(), reactivate: z.boolean() }),
})
export type Person = z.infer<typeof Person>
