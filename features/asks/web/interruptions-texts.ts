import { defineTexts } from '#platform/text/define-texts.ts'

export const t = defineTexts('asks-interruptions', {
  title: 'Interruptions',
  lede: 'What came at once because it could not wait, and whether it had to.',
  own: 'Yours',
  ownMore: 'In the last 90 days. Only you see this.',
  ownNone: 'Nothing interrupted you.',
  interrupted: { one: '{count} ask interrupted you.', other: '{count} asks interrupted you.' },
  judged: { one: 'You judged {count} of them; {necessary} had to.', other: 'You judged {count} of them; {necessary} had to.' },
  judgedNone: 'You have not said of any whether it had to.',
  workspace: 'The workspace',
  workspaceMore: 'By month, once it is over and five people or more have answered. What each of them said is shown to nobody.',
  workspaceNone: 'There is no such month yet.',
  share: { one: '{necessary} of {count} had to.', other: '{necessary} of {count} had to.' },
  failedTitle: 'This did not load',
  tryAgain: 'Try again',
})
