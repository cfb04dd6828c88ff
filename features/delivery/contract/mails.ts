import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging, personName, uuid } from '#platform/contract/shapes.ts'

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

/** A mail on its way, or a push: whom it is for, what kind it is, how it stands; never what it says. */
export const QueuedMail = z.object({
  id: z.string(),
  by: z.enum(['mail', 'push']),
  to: personName.nullable(),
  /** Of a push the service that takes it. */
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
  summary: 'Mails and pushes that wait, are parked or were sent, the newest first; for owners and admins. Never their subjects or texts.',
  access: 'workspace:admin',
  query: z.strictObject({ ...paging, state: z.enum(mailStates).optional() }),
  output: page(QueuedMail),
  failures: ['workspace.not_administrator'],
})

const params = z.object({ id: uuid })

export const retryMail = endpoint({
  name: 'retryMail',
  method: 'POST',
  path: '/admin/mails/:id/retry',
  summary: 'Sends a parked mail or push again, as soon as its receiver may be reached, and tries for a day.',
  access: 'workspace:admin',
  params,
  output: QueuedMail,
  failures: ['workspace.not_administrator', 'mail.not_found', 'mail.not_parked'],
})

export const dropMail = endpoint({
  name: 'dropMail',
  method: 'DELETE',
  path: '/admin/mails/:id',
  summary: 'Gives up a mail or push that waits or is parked. What it would have said is in the app.',
  access: 'workspace:admin',
  params,
  output: z.object({}),
  failures: ['workspace.not_administrator', 'mail.not_found', 'mail.over'],
})
