import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, personName } from '#platform/contract/shapes.ts'
import { Ask } from '#features/asks/contract/ask.ts'
import { Day as PersonDay } from '#features/availability/contract/days.ts'
import { Me } from '#features/availability/contract/people.ts'
import { Space } from '#features/spaces/contract/space.ts'
import { ListedThread } from '#features/threads/contract/thread.ts'

const span = z.object({ start: instant, end: instant })

export const Held = z.object({
  count: z.number(),
  /** When the next of it comes; null when nothing is planned. */
  nextDelivery: instant.nullable(),
  /** When the first of the asks in it is due; null when none is. */
  earliestDue: instant.nullable(),
  /** How many of each kind: ask, answer, mention, reply …, and `post` for posts in threads you follow. */
  byReason: z.record(z.string(), z.number()),
})
export type Held = z.output<typeof Held>

export const getHeld = endpoint({
  name: 'getHeld',
  method: 'GET',
  path: '/held',
  summary: 'How much is held for you until your next delivery, and why; not what it says.',
  access: 'inbox:read',
  output: Held,
})

export const readHeld = endpoint({
  name: 'readHeld',
  method: 'POST',
  path: '/held/read',
  summary: 'Delivers what is held now, into the app. It is not delivered again.',
  access: 'inbox:write',
  output: z.object({
    /** How many items came. */
    count: z.number(),
    threads: z.array(z.number()),
    held: Held,
  }),
})

export const Day = z.object({
  date: z.string(),
  zone: z.string(),
  working: z.array(span),
  focus: z.array(span),
  away: z.array(span),
  deliveries: z.array(instant),
  now: instant,
})

/** A time away that took a whole working day at least: when it began, and when the person worked again. */
const absence = z.object({ from: instant, back: instant })

/** Everything that the first page shows, and what stands around it: as `getMe`, `listSpaces` and `listDays` answer it. */
export const Today = Me.extend({
  me: personName.extend({ hoursSet: z.boolean() }),
  day: Day,
  /** Open asks you have that were delivered, by due. */
  needsYou: z.array(Ask),
  /** Open asks that came to you and that you may take: of your spaces, and of those you cover for, by due. */
  toTake: z.array(Ask),
  /** Open asks you made that others have, by due. */
  waitingOn: z.array(Ask),
  held: Held,
  /** The absence from which you came back within the last week, until you have caught up; null when there is none. */
  back: absence.nullable(),
  /** The focus block you are in; null outside of one. */
  focus: span.nullable(),
  /** The first hundred spaces you are a member of. */
  spaces: z.array(Space),
  /** The days of everybody named here, and your own. */
  days: z.array(PersonDay),
})
export type Today = z.output<typeof Today>

export const getToday = endpoint({
  name: 'getToday',
  method: 'GET',
  path: '/today',
  summary: 'Your day: when you work and when things come, what needs you, whom you wait for, what is held.',
  access: 'inbox:read',
  output: Today,
})

export const getCatchUp = endpoint({
  name: 'getCatchUp',
  method: 'GET',
  path: '/catch-up',
  summary: 'After an absence: what waits for you, what others settled meanwhile, which threads of your spaces were concluded.',
  access: 'inbox:read',
  output: z.object({
    /** The last absence from which you came back within three months; null when there is none, and nothing else then. */
    absence: absence.nullable(),
    caughtUp: z.boolean(),
    /** Open asks you have, by due. */
    waits: z.array(Ask),
    /** Asks you made or had that others settled, took or passed on, what happened last first. At most a hundred. */
    settled: z.array(Ask),
    /** Threads of your spaces, and those you follow, that were concluded. The first fifty, newest activity first. */
    concluded: z.array(ListedThread),
    days: z.array(PersonDay),
  }),
})

export const catchUp = endpoint({
  name: 'catchUp',
  method: 'POST',
  path: '/catch-up',
  summary: 'You have caught up after your last absence: Today does not speak of it any more.',
  access: 'inbox:write',
  output: z.object({ caughtUp: z.literal(true) }),
})
