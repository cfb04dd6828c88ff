import { clockTime } from '#platform/text/clock-time.ts'
import { formatDuration, formatList } from '#platform/text/format-span.ts'
import { formatDate, formatLongDate, formatSoon, formatTime } from '#platform/text/format-time.ts'
import { localDay } from '#platform/text/moment.ts'
import { saidAgain } from '#platform/text/kept-words.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import {
  type DigestMail,
  followedOf,
  fyiOf,
  headlineOf,
  type MailAsk,
  type MailItem,
  type MailSettled,
  type MailThread,
  mannerOf,
  namedOf,
  settledOf,
  shiftsOf,
  toldOf,
} from './digest.ts'
import { mailText, whyText } from './texts.ts'
import { writtenAlike } from './written-alike.ts'

/** A delivery as plain text: whole, in the order of importance, one address for each thing. */
export function digestText(mail: DigestMail): string {
  const manner = mannerOf(mail)
  const place = mailText('timeIn', { time: formatTime(mail.now, manner), city: zoneCity(mail.zone) })
  const head = [
    `${place}, ${formatLongDate(mail.now, manner)}`,
    mailText('about', mail),
    '',
    ...headlineOf(mail).filter(Boolean),
    ...awayLines(mail),
  ]
  const followed = followedOf(mail)
  const sections = [
    section(
      countedAsks(mail),
      mail.asks.map((ask) => askLines(mail, ask)),
      moreLine(mail),
    ),
    section(
      mailText('shifts'),
      shiftsOf(mail).map((item) => itemLines(mail, item)),
    ),
    section(
      mailText('yourAsks'),
      toldOf(mail).map((item) => itemLinesAlike(mail, item)),
    ),
    section(
      mailText('settledMeanwhile'),
      settledOf(mail).map((settled) => [settled.text, `  ${settledText(settled)}`, `  ${threadAddress(mail, settled)}`]),
    ),
    section(
      mailText('couldNotLeave'),
      mail.kept.map(({ title, reason }) => [title, `  ${saidAgain(reason)}`, `  ${draftsAddress(mail)}`]),
    ),
    section(
      mailText('namesYou'),
      namedOf(mail).map((item) => itemLinesAlike(mail, item)),
    ),
    section(
      `${mailText('followed')} (${followedCount(followed)})`,
      followed.map((thread) => threadLinesAlike(mail, thread)),
    ),
    section(
      `${mailText('fyi')} (${mailText('fyiNote')})`,
      fyiOf(mail).map((thread) => threadLinesAlike(mail, thread)),
    ),
  ]
  return [head.join('\n'), ...sections.filter((text) => text !== ''), foot(mail)].join('\n\n').concat('\n')
}

function section(title: string, entries: readonly (readonly string[])[], after: readonly string[] = []): string {
  if (entries.length + after.length === 0) return ''
  return [title, '-'.repeat(title.length), ...entries.flatMap((lines) => ['', ...lines]), ...(after.length > 0 ? ['', ...after] : [])].join(
    '\n',
  )
}

/** `Needs you (2 today, 6 later, of which 3 are new)` */
function countedAsks(mail: DigestMail): string {
  return `${mailText('needsYou')} (${askCounts(mail)})`
}

export function askCounts({ today, later, asks }: DigestMail): string {
  const count = asks.filter(({ isNew }) => isNew).length
  const counts = { today: today.count, later }
  return count === 0 ? mailText('askCounts', counts) : mailText('askCountsNew', { ...counts, count })
}

export function followedCount(threads: readonly MailThread[]): string {
  const posts = threads.reduce((sum, thread) => sum + thread.posts, 0)
  return mailText('followedCount', { posts: mailText('posts', { count: posts }), threads: mailText('threads', { count: threads.length }) })
}

const verbs = { answer: 'verbAnswer', review: 'verbReview', decide: 'verbDecide', do: 'verbDo' } as const

export const verbOf = ({ verb }: MailAsk): string => mailText(verbs[verb])

/** When an ask is due, said in the reader's day. */
export function dueText(mail: DigestMail, { due }: MailAsk): string {
  if (due === null) return mailText('whenever')
  const when = formatSoon(due, mannerOf(mail))
  return due < mail.now ? mailText('wasDueAt', { when }) : when
}

export function askDetail({ from, space, minutes, urgentReason, takenFrom }: MailAsk): string {
  const effort = minutes === null ? [] : [mailText('effort', { duration: formatDuration(minutes) })]
  return [
    mailText('from', { name: from, space }),
    ...(takenFrom === null ? [] : [mailText('toTake', { name: takenFrom })]),
    ...effort,
    ...(urgentReason === null ? [] : [urgentReason]),
  ].join(' ')
}

export const threadAddress = ({ url }: DigestMail, { number }: { readonly number: number }): string => `${url}/threads/${number}`

/** Where what was not sent is kept. */
export const draftsAddress = ({ url }: DigestMail): string => `${url}/drafts`

const askLines = (mail: DigestMail, ask: MailAsk): string[] => [
  `${dueText(mail, ask)}  ${verbOf(ask)}: ${ask.text}`,
  `  ${askDetail(ask)}`,
  `  ${threadAddress(mail, ask)}`,
]

export function moreText(mail: DigestMail): string | null {
  const { count, earliest } = mail.more
  if (count === 0) return null
  return earliest === null
    ? mailText('moreAsks', { count })
    : mailText('moreAsksDue', { count, when: formatSoon(earliest, mannerOf(mail)) })
}

function moreLine(mail: DigestMail): string[] {
  const more = moreText(mail)
  return more === null ? [] : [`${more} ${mail.url}/`]
}

export const itemAddress = ({ url }: DigestMail, { number, shift }: MailItem): string =>
  shift === null ? `${url}/threads/${number}` : `${url}/rotations/${shift.rotation}`

/** What it is about; of a shift the rotation, and when it is: `Pager, Wed 08:00 to 20:00`. */
export function itemTitle(mail: DigestMail, { title, shift }: MailItem): string {
  if (shift === null) return title
  const manner = mannerOf(mail)
  return mailText('shiftTitle', { rotation: title, from: formatSoon(shift.start, manner), to: formatSoon(shift.end, manner) })
}

const itemLines = (mail: DigestMail, item: MailItem): string[] => [
  `${whyText(item)}: ${itemTitle(mail, item)}`,
  ...(item.text === '' ? [] : [`  ${item.text}`]),
  `  ${itemAddress(mail, item)}`,
]

const itemLinesAlike = writtenAlike(itemLines)

/** `You have been away since 16 November.` Null where the reader was not. */
export function awayText(mail: DigestMail): string | null {
  if (mail.absence === null) return null
  return mailText('wereAway', { date: formatDate(mail.absence.from, mannerOf(mail)) })
}

export const catchUpAddress = ({ url }: DigestMail): string => `${url}/catch-up`

function awayLines(mail: DigestMail): string[] {
  const away = awayText(mail)
  return away === null ? [] : ['', `${away} ${catchUpAddress(mail)}`]
}

const ends = {
  answered: 'settledAnswered',
  declined: 'settledDeclined',
  withdrawn: 'settledWithdrawn',
  expired: 'settledExpired',
  taken: 'settledTaken',
} as const

/** Who asked, and who settled it: `Cleo asked. Dan answered it.` */
export function settledText({ own, from, end, by }: MailSettled): string {
  const asked = own ? mailText('settledYours') : mailText('settledFrom', { name: from })
  return `${asked} ${mailText(ends[end], { name: by ?? mailText('somebody') })}`
}

export function threadNote({ posts, concluded, by }: MailThread): string {
  if (concluded) return mailText('outcome', { name: by })
  return mailText('postsBy', { posts: mailText('posts', { count: posts }), name: by })
}

const threadLines = (mail: DigestMail, thread: MailThread): string[] => [
  `${thread.space}: ${thread.title}`,
  `  ${thread.text}`,
  `  ${threadNote(thread)}`,
  `  ${threadAddress(mail, thread)}`,
]

const threadLinesAlike = writtenAlike(threadLines)

/** `You chose deliveries at the start of your day and at 16:00.` */
export function chosenText({ deliveries }: DigestMail): string {
  if (deliveries.length === 0) return mailText('choseNone')
  const times = deliveries.map((entry) => (entry === 'start' ? mailText('atStart') : mailText('at', { time: clockTime(entry) })))
  return mailText('chose', { times: formatList(times) })
}

/** When things come next, and whom something urgent reaches until then. */
export function nextText(mail: DigestMail): string {
  const next = mail.next === null ? [mailText('noNext')] : [mailText('nextDelivery', { when: whenNext(mail) ?? '' }), mailText('heldUntil')]
  return [...next, ...onCallText(mail)].join(' ')
}

/** `tomorrow 09:00` */
export const whenNext = (mail: DigestMail): string | null => (mail.next === null ? null : formatSoon(mail.next, mannerOf(mail)))

function onCallText(mail: DigestMail): string[] {
  const { onCall } = mail
  if (onCall === null) return []
  const manner = mannerOf(mail)
  const isToday = localDay(onCall.until, mail.zone) === localDay(mail.now, mail.zone)
  const time = isToday ? formatTime(onCall.until, manner) : formatSoon(onCall.until, manner)
  return [onCall.isReader ? mailText('onShiftYou', { time }) : mailText('onShift', { name: onCall.name, time })]
}

function foot(mail: DigestMail): string {
  return [
    '-- ',
    nextText(mail),
    chosenText(mail),
    `${mailText('changeTimes')}: ${mail.url}/settings/hours`,
    `${mailText('stopMail')}: ${mail.url}/settings`,
    mailText('noTracking'),
  ].join('\n')
}
