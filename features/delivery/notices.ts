import type { DeliveryEvent } from './events.ts'

/** What is recorded of mails and pushes concerns nobody's inbox; why, fact by fact. */
export const noticesOfDelivery = {
  'mail.retried': 'Its receiver gets it, or not; the rest stands in the list of mails.',
  'mail.dropped': 'What it would have said is in the app.',
  'push.retried': 'Its receiver gets it, or not; the rest stands in the list of mails.',
  'push.dropped': 'What it would have said is in the app.',
} satisfies Readonly<Record<DeliveryEvent['type'], string>>
