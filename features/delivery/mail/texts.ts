import { defineTexts } from '#platform/text/define-texts.ts'
import type { MailItem } from './digest.ts'

/** What mails say. */
export const mailText = defineTexts('delivery-mail', {
  subject: '{time} delivery: {what}',
  subjectBack: '{time} delivery, after your absence: {what}',
  urgentSubject: 'Urgent: {from} asks you now',
  newAsks: { one: '{count} new ask', other: '{count} new asks' },
  dueToday: { one: '{count} ask due today', other: '{count} asks due today' },
  waiting: { one: '{count} ask waits', other: '{count} asks wait' },
  settled: '{count} settled without you',
  answers: { one: '{count} answer', other: '{count} answers' },
  wasDue: { one: '{count} ask was due', other: '{count} asks were due' },
  changes: { one: '{count} change to asks', other: '{count} changes to asks' },
  notSent: '{count} not sent',
  couldNotLeave: 'Could not be sent',
  posts: { one: '{count} post', other: '{count} posts' },
  outcomes: { one: '{count} outcome', other: '{count} outcomes' },
  fyis: '{count} FYI',
  before: { one: '{number} thing before {time}.', other: '{number} things before {time}.' },
  passed: { one: '{number} thing was due.', other: '{number} things were due.' },
  restCanWait: 'The rest can wait.',
  nothingToday: 'Nothing is due today.',
  nextAnswer: 'The next answer is due {when}.',
  noHurry: 'There is no hurry.',
  nothingNeedsYou: 'Nothing needs you.',
  readWhenItSuits: 'Read when it suits you.',
  cannotWait: 'This could not wait.',
  about: 'Baton for {workspace}, to {reader}',
  timeIn: '{time} in {city}',
  band: 'Your day: {parts}',
  bandWorking: 'working {ranges}',
  bandFree: 'not a working day',
  bandFocus: 'focus {ranges}',
  bandNow: 'now {time}',
  needsYou: 'Needs you',
  askCounts: '{today} today, {later} later',
  askCountsNew: {
    one: '{today} today, {later} later, of which {count} is new',
    other: '{today} today, {later} later, of which {count} are new',
  },
  whenever: 'whenever',
  wasDueAt: 'was due {when}',
  from: '{name} in {space}.',
  effort: 'About {duration}.',
  verbAnswer: 'Answer',
  verbReview: 'Review',
  verbDecide: 'Decide',
  verbDo: 'Do',
  answer: 'Answer in Baton',
  do: 'Mark done in Baton',
  review: 'Review in Baton',
  decide: 'Decide in Baton',
  take: 'Take it in Baton',
  toTake: 'For {name}: whoever takes it first has it.',
  open: 'Open',
  moreAsks: { one: '{count} more.', other: '{count} more.' },
  moreAsksDue: { one: '{count} more, due {when}.', other: '{count} more, the earliest {when}.' },
  seeThem: 'See them in Baton',
  shifts: 'Shifts',
  shiftCount: { one: '{count} shift', other: '{count} shifts' },
  shiftOffered: 'Somebody asks about a shift.',
  shiftTitle: '{rotation}, {from} to {to}',
  whyShiftOffered: '{name} offers you a shift',
  whyShiftWanted: '{name} would take a shift of yours',
  whyShiftAccepted: '{name} accepted your offer',
  whyShiftDeclined: '{name} declined your offer',
  yourAsks: 'What you asked, and what was asked of you',
  whyAnswer: '{name} answered',
  whyDeclined: '{name} declined',
  whyWithdrawn: '{name} took the ask back',
  whyExpired: 'The ask expired',
  whyPassed: '{name} passed the ask on',
  whyPassedLate: '{name} passed the ask on; little or no time is left before it is due',
  whyMoved: 'It is needed by another time now',
  whyReturned: 'The ask came back to you',
  whyTaken: '{name} took this ask',
  whyGiven: 'Nobody took this in time: it is with {name} now',
  whyUnacknowledged: 'Nobody acknowledged what you sent as urgent',
  whyJoined: '{name} sent something urgent that joins your incident',
  whyWasDue: 'Was due, and is with {name}',
  wereAway: 'You have been away since {date}. Here is what waits for you, and what was settled meanwhile.',
  settledMeanwhile: 'Settled while you were away',
  settledYours: 'You asked.',
  settledFrom: '{name} asked.',
  settledAnswered: '{name} answered it.',
  settledDeclined: '{name} declined it.',
  settledWithdrawn: '{name} took it back.',
  settledExpired: 'It expired.',
  settledTaken: '{name} has it now.',
  catchUp: 'See it in Baton',
  namesYou: 'Names you',
  whyMention: '{name} mentioned you',
  whyReply: '{name} replied to you',
  whyHandoff: '{name} handed this to you',
  somebody: 'Baton',
  followed: 'In threads you follow',
  followedCount: '{posts} in {threads}',
  threads: { one: '{count} thread', other: '{count} threads' },
  outcome: 'Outcome by {name}',
  postsBy: '{posts}. The newest by {name}',
  fyi: 'FYI',
  fyiNote: 'nobody expects a reply',
  nextDelivery: 'Next delivery {when}.',
  heldUntil: 'Until then things are held for you.',
  onShift: 'For something urgent, {name} is on shift until {time}.',
  onShiftYou: 'For something urgent you are on shift until {time}.',
  noNext: 'Nothing else is planned. What comes waits for you in Baton.',
  chose: 'You chose deliveries {times}.',
  choseNone: 'You chose no deliveries: only asks come to you.',
  atStart: 'at the start of your day',
  at: 'at {time}',
  changeTimes: 'Change times',
  stopMail: 'Stop deliveries by mail',
  noTracking: 'No images, no tracking.',
  invitationSubject: '{name} invites you to {workspace} on Baton',
  invitationLead: '{name} invites you to {workspace}.',
  invitationWhat:
    'Baton is where a team works that shares neither an office nor a clock: nobody is interrupted who did not choose to be, and every ask is answered by the time it is needed.',
  invitationJoin: 'Join {workspace}',
  codeSubject: 'Your code for {workspace}',
  codeLead: 'Your code to sign in to {workspace}',
  codeMore: 'It works once, for ten minutes, in the browser that asked for it. Nobody from Baton will ever ask you for it.',
  codeNotYou: 'If you did not ask for it, somebody typed your address. Nothing happens without this code.',
  signInSubject: 'Your sign-in to {workspace} was changed',
  passwordChanged: 'Your password was changed',
  passkeyAdded: 'A passkey was added',
  passkeyRemoved: 'A passkey was removed',
  secondFactorAdded: 'Your second factor was turned on',
  secondFactorRemoved: 'Your second factor was turned off',
  secondFactorReset: '{name} turned your second factor off',
  anAdministrator: 'An owner or admin',
  signInWhen: 'It was {when}.',
  signInFrom: 'It was {when}, from {address}.',
  signInNotYou: 'If it was not you, change your password and end your other sessions in Settings, and tell an owner or admin.',
  signInResetMore:
    'You sign in without it until you turn it on again in Settings. If you did not ask for this, tell another owner or admin.',
  invitationUntil: 'The invitation holds until {date}. If you did not expect it, leave it be; nothing happens.',
})

/** How a mail says why something is in it. */
export function whyText({ why, from, late, shift }: Pick<MailItem, 'why' | 'from' | 'late' | 'shift'>): string {
  const by = { name: from ?? mailText('somebody') }
  switch (why) {
    case 'swap':
      return mailText(shift?.given ? 'whyShiftOffered' : 'whyShiftWanted', by)
    case 'swap accepted':
      return mailText('whyShiftAccepted', by)
    case 'swap declined':
      return mailText('whyShiftDeclined', by)
    case 'answer':
      return mailText('whyAnswer', by)
    case 'declined':
      return mailText('whyDeclined', by)
    case 'withdrawn':
      return mailText('whyWithdrawn', by)
    case 'expired':
      return mailText('whyExpired')
    case 'passed':
      return mailText(late ? 'whyPassedLate' : 'whyPassed', by)
    case 'moved':
      return mailText('whyMoved')
    case 'returned':
      return mailText('whyReturned')
    case 'taken':
      return mailText('whyTaken', by)
    case 'given':
      return mailText('whyGiven', by)
    case 'unacknowledged':
      return mailText('whyUnacknowledged')
    case 'joined':
      return mailText('whyJoined', by)
    case 'was due':
      return mailText('whyWasDue', by)
    case 'handoff':
      return mailText('whyHandoff', by)
    case 'reply':
      return mailText('whyReply', by)
    default:
      return mailText('whyMention', by)
  }
}
