import { defineTexts } from '#platform/text/define-texts.ts'

/** What is said about something that was sent and has not left yet. */
export const t = defineTexts('asks-waiting', {
  yours: 'What you sent and has not left yet',
  whenOnline: 'Sends when online',
  sending: 'On its way',
  answers: 'Answers: {text}',
  takeBack: 'Take it back',
  leftMeanwhile: 'It has left meanwhile.',
  notSent: 'Not sent: {why} Your text is kept here.',
  again: 'Try again',
  backToWriting: 'Take it into what you write',
  copy: 'Copy text',
  copied: 'The text is copied.',
  letGo: 'Let it go',
  letGone: 'It is let go.',
  waits: 'Sends when online',
  refused: 'Could not be sent',
  refusedMore: 'Nothing of it is lost. What you sent behind it in the same thread waits for you to decide.',
  post: 'Post in {about}',
  answer: 'Answer in {about}',
  thread: 'New thread: {about}',
  reaction: 'Reaction {about}',
  item: 'In the inbox: {about}',
  other: '{about}',
})
