import { defineTexts } from '#platform/text/define-texts.ts'

/** What the page says that is read after an absence. */
export const t = defineTexts('delivery-catch-up', {
  title: 'While you were away',
  since: 'From {from}. Back {back}.',
  caughtUp: 'You have read this.',
  close: 'I have read this',
  waits: 'Waits for you',
  waitsMore: '{count}, by when they are due',
  waitsNone: 'Nothing waits for you.',
  settled: 'Settled without you',
  settledMore: '{count}, what happened last first',
  settledNone: 'Nothing around you was settled.',
  concluded: 'Concluded in your spaces',
  concludedMore: '{count}, the newest first',
  concludedNone: 'No thread was concluded.',
  rest: 'What else came is in your inbox',
  asked: '{name} asked.',
  answered: '{name} answered it, {time}.',
  declined: '{name} declined it, {time}.',
  withdrawn: '{name} took it back, {time}.',
  expired: 'It expired, {time}.',
  taken: '{name} has it now.',
  none: 'You have not been away lately',
  noneMore: 'After an absence this page says what waits for you and what was settled meanwhile.',
  failed: 'This could not be loaded',
  tryAgain: 'Try again',
})
