import { reader } from '#platform/text/reader.ts'
import { formatNumber } from '#platform/text/define-texts.ts'
import { formatRow } from '#platform/text/format-span.ts'
import { formatSoon, formatTime } from '#platform/text/format-time.ts'
import type { KeptWords } from '#platform/text/kept-words.ts'
import type { Manner } from '#platform/text/moment.ts'
import { mailText } from './texts.ts'

/** An ask as a mail tells it. Instants are epoch milliseconds. */
export interface MailAsk {
  readonly number: number
  readonly verb: 'answer' | 'review' | 'decide' | 'do'
  readonly text: string
  readonly from: string
  readonly space: string
  readonly due: number | null
  readonly minutes: number | null
  readonly urgentReason: string | null
  /** The space, or the person who is away, from whom the reader may take it; null where it is the reader's. */
  readonly takenFrom: string | null
  readonly isNew: boolean
}

/** Something that concerns the reader by name and is no ask of them. */
export interface MailItem {
  readonly why: string
  readonly askId: string | null
  /** Of its thread; null of what is about a shift. */
  readonly number: number | null
  readonly title: string
  readonly from: string | null
  readonly text: string
  /** An ask was passed on so late that little or no time is left before it is due. */
  readonly late: boolean
  readonly shift: MailShift | null
}

/** A shift that is to change hands, or did; instants are epoch milliseconds. */
export interface MailShift {
  /** The slug of its rotation. */
  readonly rotation: string
  readonly start: number
  readonly end: number
  /** Who has it offers it. */
  readonly given: boolean
}

/** What is new in a thread the reader follows. */
export interface MailThread {
  readonly number: number
  readonly title: string
  readonly space: string
  readonly posts: number
  /** Nobody expects a reply to any of it. */
  readonly fyi: boolean
  readonly concluded: boolean
  /** The outcome, else the highlights, else the newest post. */
  readonly text: string
  readonly by: string
}

/** Something the reader scheduled that could not be sent, and why. */
export interface MailKept {
  readonly title: string
  readonly reason: KeptWords
}

/** An ask of the reader, or to them, that found its end or another owner while they were away. */
export interface MailSettled {
  readonly askId: string
  readonly number: number
  readonly text: string
  /** The reader asked it. */
  readonly own: boolean
  /** Who asked it. */
  readonly from: string
  readonly end: 'answered' | 'declined' | 'withdrawn' | 'expired' | 'taken'
  /** Who ended it, or has it now; null when time did. */
  readonly by: string | null
}

/** The absence after which a digest is the first; instants are epoch milliseconds. */
export interface MailAbsence {
  readonly from: number
  readonly back: number
  readonly settled: readonly MailSettled[]
}

/** Everything one delivery says by mail, as it stands when it is sent. */
export interface DigestMail {
  readonly workspace: string
  readonly reader: string
  readonly zone: string
  readonly now: number
  readonly kind: 'digest' | 'first open' | 'urgent'
  /** Open asks of the reader by due, those that are told. */
  readonly asks: readonly MailAsk[]
  /** Those that are not, and the earliest due among them. */
  readonly more: { readonly count: number; readonly earliest: number | null }
  /** All open asks of the reader: how many are due by the end of this date, the last of them unless it has passed, and how many later. */
  readonly today: { readonly count: number; readonly last: number | null }
  readonly later: number
  readonly items: readonly MailItem[]
  readonly threads: readonly MailThread[]
  readonly kept: readonly MailKept[]
  readonly absence: MailAbsence | null
  readonly next: number | null
  readonly onCall: MailOnCall | null
  /** As in the calendar: `start` and times of day. */
  readonly deliveries: readonly string[]
  readonly day: MailDay
  /** The address people use, without a slash at the end. */
  readonly url: string
  /** Where the signed press to end these mails goes. */
  readonly unsubscribe: string
}

/** Whom something urgent reaches now, and until when; an instant in epoch milliseconds. */
export interface MailOnCall {
  readonly name: string
  readonly isReader: boolean
  readonly until: number
}

/** The reader's own date, in hours since its midnight. */
export interface MailDay {
  readonly working: readonly HourSpan[]
  readonly focus: readonly HourSpan[]
  readonly now: number
}

export interface HourSpan {
  readonly from: number
  readonly to: number
}

export const mannerOf = ({ zone, now }: Pick<DigestMail, 'zone' | 'now'>): Manner & { readonly now: number } => ({ zone, now })

/** An offer of a shift, and what became of one. */
const isAboutShifts = ({ shift }: MailItem): boolean => shift !== null

const isAboutPosts = ({ why }: MailItem): boolean => why === 'mention' || why === 'reply' || why === 'handoff'

/** What concerns asks that the reader made, and what they had: answers first. What became of an ask after an item was made stands among the settled. */
export function toldOf(mail: DigestMail): MailItem[] {
  const settled = new Set(settledOf(mail).map(({ askId }) => askId))
  const isTold = (item: MailItem): boolean =>
    !isAboutPosts(item) && !isAboutShifts(item) && (item.askId === null || !settled.has(item.askId))
  return mail.items.filter(isTold).toSorted((a, b) => rank(a) - rank(b))
}

/** Shifts that are to change hands, or did. */
export const shiftsOf = (mail: DigestMail): MailItem[] => mail.items.filter(isAboutShifts)

/** What names the reader or replies to them. */
export const namedOf = (mail: DigestMail): MailItem[] => mail.items.filter(isAboutPosts)

const ends = ['answer', 'declined', 'withdrawn', 'expired']

/** What was settled during an absence, as far as no item says so with more words. */
export function settledOf({ absence, items }: DigestMail): MailSettled[] {
  const told = new Set(items.filter(({ why }) => ends.includes(why)).map(({ askId }) => askId))
  return (absence?.settled ?? []).filter(({ askId }) => !told.has(askId))
}

export const followedOf = (mail: DigestMail): MailThread[] => mail.threads.filter(({ fyi }) => !fyi)

export const fyiOf = (mail: DigestMail): MailThread[] => mail.threads.filter(({ fyi }) => fyi)

const rank = ({ why }: MailItem): number => (why === 'answer' ? 0 : why === 'was due' ? 2 : 1)

const postsIn = (threads: readonly MailThread[]): number => threads.reduce((sum, { posts }) => sum + posts, 0)

/** The ask that could not wait; undefined where all of it could. */
export const urgentOf = ({ kind, asks }: DigestMail): MailAsk | undefined =>
  kind === 'urgent' ? asks.find((ask) => ask.urgentReason !== null) : undefined

/** `16:00 delivery: 3 new asks, 7 posts, 2 FYI` */
export function subjectOf(mail: DigestMail): string {
  const urgent = urgentOf(mail)
  if (urgent) return mailText('urgentSubject', { from: urgent.from })
  const told = toldOf(mail)
  const count = (why: string): number => told.filter((item) => item.why === why).length
  const posts = namedOf(mail).length + postsIn(followedOf(mail))
  const parts: [number, (count: number) => string][] = [
    [mail.asks.filter(({ isNew }) => isNew).length, (n) => mailText('newAsks', { count: n })],
    [mail.asks.filter(({ isNew }) => !isNew).length, (n) => mailText(mail.absence ? 'waiting' : 'dueToday', { count: n })],
    [settledOf(mail).length, (n) => mailText('settled', { count: n })],
    [count('answer'), (n) => mailText('answers', { count: n })],
    [count('was due'), (n) => mailText('wasDue', { count: n })],
    [told.length - count('answer') - count('was due'), (n) => mailText('changes', { count: n })],
    [shiftsOf(mail).length, (n) => mailText('shiftCount', { count: n })],
    [mail.kept.length, (n) => mailText('notSent', { count: n })],
    [posts, (n) => mailText('posts', { count: n })],
    [mail.threads.filter(({ posts: some, concluded }) => concluded && some === 0).length, (n) => mailText('outcomes', { count: n })],
    [postsIn(fyiOf(mail)), (n) => mailText('fyis', { count: n })],
  ]
  const said = parts.filter(([n]) => n > 0).map(([n, say]) => say(n))
  return mailText(mail.absence ? 'subjectBack' : 'subject', { time: formatTime(mail.now, mannerOf(mail)), what: formatRow(said) })
}

/** The one sentence on top, and what follows from it: `Two things before 18:00.` `The rest can wait.` */
export function headlineOf(mail: DigestMail): [string, string] {
  const manner = mannerOf(mail)
  if (mail.kind === 'urgent') return [mailText('cannotWait'), '']
  const { count, last } = mail.today
  if (count > 0 && last === null) return [mailText('passed', { count, number: inWords(count) }), mailText('restCanWait')]
  if (last !== null) {
    const rest = mail.later > 0 || mail.items.length > 0 || mail.threads.length > 0
    return [mailText('before', { count, number: inWords(count), time: formatTime(last, manner) }), rest ? mailText('restCanWait') : '']
  }
  const dues = [...mail.asks.map(({ due }) => due), mail.more.earliest].filter((due) => due !== null)
  if (dues.length > 0) return [mailText('nothingToday'), mailText('nextAnswer', { when: formatSoon(Math.min(...dues), manner) })]
  if (mail.asks.length > 0) return [mailText('nothingToday'), mailText('noHurry')]
  const isOffered = mail.items.some(({ why }) => why === 'swap')
  return [mailText(isOffered ? 'shiftOffered' : 'nothingNeedsYou'), mailText('readWhenItSuits')]
}

const words = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** English begins its sentence with a word; elsewhere words would have to agree with what they count. */
const inWords = (count: number): string => (reader().language === 'en' ? words[count - 1] : undefined) ?? formatNumber(count)
