import type { PersonEvent } from './events.ts'

/** What is recorded of people concerns nobody's inbox; why, fact by fact. */
export const noticesOfPeople = {
  'person.joined': 'Who joins is met where they write; a newcomer interrupts nobody.',
  'person.changed': 'A profile and a role are read where the person is named.',
  'person.address_given': 'Whom it is given to could not sign in until now; whoever gives it tells them.',
  'person.deactivated': 'Asks that lose their owner speak for themselves; the rest is seen on the people page.',
  'person.reactivated': 'It is seen on the people page.',
  'person.signed_in': 'It stands in the list of one’s own sessions.',
  'session.ended': 'It is gone from the list of one’s own sessions.',
  'session.others_ended': 'They are gone from the list of one’s own sessions.',
  'password.changed': 'A mail says so at once, an answer to one’s own act; it waits in no inbox.',
  'passkey.added': 'A mail says so at once, an answer to one’s own act; it waits in no inbox.',
  'passkey.removed': 'A mail says so at once, an answer to one’s own act; it waits in no inbox.',
  'second_factor.added': 'A mail says so at once, an answer to one’s own act; it waits in no inbox.',
  'second_factor.removed': 'A mail says so at once, an answer to one’s own act; it waits in no inbox.',
  'second_factor.reset': 'A mail says so when its receiver is open, and it stands in the history of their sign-in.',
  'recovery_code.used': 'It stands in the history of one’s own sign-in.',
  'recovery_code.renewed': 'Whoever renewed them has them before their eyes.',
  'token.made': 'It stands in the list of one’s own tokens.',
  'token.ended': 'It is gone from the list of one’s own tokens.',
} satisfies Readonly<Record<PersonEvent['type'], string>>
