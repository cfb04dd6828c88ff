import { defineTexts } from '#platform/text/define-texts.ts'

export const t = defineTexts('ui', {
  skip: 'Skip to content',
  close: 'Close',
  undo: 'Undo',
  loading: 'On its way',
  offline: 'Offline. Your writing is kept.',
  offlineSince: 'Offline since {time}. Your writing is kept.',
  silent: 'The server does not answer. Your writing is kept.',
  silentSince: 'The server has not answered since {time}. Your writing is kept.',
  waiting: { one: 'One thing sends when you are online.', other: '{count} things send when you are online.' },
  inCity: '{time} in {city}',
})
