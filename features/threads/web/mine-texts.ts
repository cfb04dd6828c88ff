import { defineTexts } from '#platform/text/define-texts.ts'

/** What is for one person alone: direct threads, and what they keep. */
export const t = defineTexts('threads-mine', {
  mine: 'What is yours',
  inbox: 'Inbox',
  direct: 'Direct',
  directLede: 'Threads between you and a few others. Only their people see that they exist.',
  directNone: 'No direct thread yet',
  directNoneMore: 'What concerns a team is better found in its space; what concerns two people may stand here.',
  directNew: 'Write directly',
  between: 'with {names}',
  saved: 'Saved',
  savedLede: 'What you keep for later. Only you see this list.',
  savedNone: 'Nothing is saved',
  savedNoneMore: 'Save a thread or a post from its menu, and it waits here until you let it go.',
  letGo: 'Let go',
  letGone: 'It is no longer saved.',
  byIn: '{name} in {place}, saved {when}',
  directly: 'a direct thread',
  unread: { one: '{count} new', other: '{count} new' },
  more: 'Show more',
  failed: 'The list could not be loaded',
  tryAgain: 'Try again',
  keysGroup: 'In this list',
  next: 'Next',
  previous: 'Previous',
})
