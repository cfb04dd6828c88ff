import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging, personName } from '#platform/contract/shapes.ts'
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

export const unsubscribe = endpoint({
  name: 'unsubscribe',
  method: 'POST',
  path: '/unsubscribe/:token',
  summary: 'Ends deliveries by mail for whom the signed link was made. They still come in the app.',
  access: 'open',
  params: z.object({ token: z.string().max(500) }),
  output: z.object({ digestMail: z.literal(false) }),
  failures: ['unsubscribe.not_found'],
})

/** As those who administer read them: waiting to be sent, put aside after a day or a refusal, sent, or given up because there was nothing to say any more. */
export const mailStates = ['waiting', 'parked', 'sent', 'dropped'] as const

/** A mail on its way: whom it is for, what kind it is, how it stands; never what it says. */
export const QueuedMail = z.object({
  id: z.string(),
  to: personName.nullable(),
  address: z.string(),
  kind: z.enum(['digest', 'first open', 'urgent', 'invitation', 'code', 'sign-in']),
  state: z.enum(mailStates),
  attempts: z.number(),
  at: instant,
  /** When it is tried next; null when it is not. */
  nextAt: instant.nullable(),
  sentAt: instant.nullable(),
})
export type QueuedMail = z.output<typeof QueuedMail>

export const listMails = endpoint({
  name: 'listMails',
  method: 'GET',
  path: '/admin/mails',
  summary: 'Mails that wait, are parked or were sent, the newest first; for owners and admins. Never their subjects or texts.',
  access: 'workspace:admin',
  query: z.strictObject({ ...paging, state: z.enum(mailStates, `Write ${mailStates.join(', ')}`).optional() }),
  output: page(QueuedMail),
  failures: ['workspace.not_administrator'],
})

const params = z.object({ id: z.uuid() })

export const retryMail = endpoint({
  name: 'retryMail',
  method: 'POST',
  path: '/admin/mails/:id/retry',
  summary: 'Sends a parked mail again, as soon as its receiver may be reached, and tries for a day.',
  access: 'workspace:admin',
  params,
  output: QueuedMail,
  failures: ['workspace.not_administrator', 'mail.not_found', 'mail.not_parked'],
})

export const dropMail = endpoint({
  name: 'dropMail',
  method: 'DELETE',
  path: '/admin/mails/:id',
  summary: 'Gives up a mail that waits or is parked. What it would have said is in the app.',
  access: 'workspace:admin',
  params,
  output: z.object({}),
  failures: ['workspace.not_administrator', 'mail.not_found', 'mail.over'],
})
