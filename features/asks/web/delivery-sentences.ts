import type { Preview } from '#features/availability/contract/preview.ts'
import { formatFromNow } from '#platform/text/format-span.ts'
import { formatSoon, formatTheirs, formatTime } from '#platform/text/format-time.ts'
import type { Moment } from '#platform/text/moment.ts'
import { t } from './delivery-texts.ts'
import { t as urgent } from './urgent-texts.ts'

interface Reading {
  readonly now: Moment
  readonly theirZone: string
  readonly myZone: string
  readonly isUrgent: boolean
  /** It does not join the incident that is open. */
  readonly anotherMatter: boolean
}

/** What sending would mean for one person, the main thing first: when they read it, in their day, when the answer is due, and what is in the way. */
export function deliverySentences(preview: Preview, reading: Reading): string[] {
  const { now, theirZone, myZone } = reading
  const name = preview.members === null && preview.first === null ? (preview.to.name.split(' ')[0] ?? preview.to.name) : preview.to.name
  if (preview.never) return [t('readsNever', { name })]
  const theirs = (instant: string): string => formatTheirs(instant, { zone: theirZone, now })
  const mine = (instant: string): string => formatSoon(instant, { zone: myZone, now })
  return [
    sentenceOf(preview)(preview, { name, theirs, now }),
    ...(preview.latest && preview.latest !== preview.earliest ? [t('teamLast', { name, time: mine(preview.latest) })] : []),
    ...(reading.isUrgent ? urgentSentences(preview, reading) : []),
    ...(preview.unreachable ? [t('unreachable', { name })] : []),
    ...(preview.outside ? [t('outside', { name }), ...preview.suggest.map((instant) => t('suggest', { time: theirs(instant) }))] : []),
    ...(preview.tight ? [t('tight')] : []),
    ...loadSentences(preview, name),
    ...(preview.answerBack ? [t('answerBack', { time: mine(preview.answerBack) })] : []),
  ]
}

interface Telling {
  readonly name: string
  readonly theirs: (instant: string) => string
  readonly now: Moment
}

const sentenceOf = ({ first, members }: Preview) => (members !== null ? teamSentence : first === null ? mainSentence : dutySentence)

/** Of a rotation: who has it, because they are on call when it comes. */
function dutySentence({ deliverAt, due, first }: Preview, { name, theirs, now }: Telling): string {
  if (!deliverAt || !first) return t('readsNever', { name })
  const reads = { name, first: first.name, time: theirs(deliverAt), distance: formatFromNow(deliverAt, now) }
  return due ? t('dutyReads', { ...reads, due: theirs(due) }) : t('dutyReadsWhenever', reads)
}

/** Of a space: who of it reads it first, and that whoever takes it has it. */
function teamSentence({ deliverAt, due, members, first }: Preview, { name, theirs, now }: Telling): string {
  if (!deliverAt) return t('readsNever', { name })
  const reads = { name, first: first?.name ?? '', count: members ?? 0, time: theirs(deliverAt), distance: formatFromNow(deliverAt, now) }
  return due ? t('teamReads', { ...reads, due: theirs(due) }) : t('teamReadsWhenever', reads)
}

function mainSentence({ deliverAt, due, interrupts }: Preview, { name, theirs, now }: Telling): string {
  if (interrupts && due) return t('readsNow', { name, due: theirs(due) })
  if (!deliverAt) return t('readsNever', { name })
  const reads = { name, time: theirs(deliverAt), distance: formatFromNow(deliverAt, now) }
  return due ? t('readsThis', { ...reads, due: theirs(due) }) : t('readsThisWhenever', reads)
}

/** Whom it interrupts, said plainly: its receiver, or whoever is on call for them; or that it waits. */
function urgentSentences({ to, interrupts, onCall }: Preview, { now, theirZone, anotherMatter }: Reading): string[] {
  const name = to.name.split(' ')[0] ?? to.name
  const isReceiver = 'handle' in to && onCall?.person.handle === to.handle
  if (interrupts) {
    const said = urgent(interruptions[interrupts], { name, time: formatTime(now, { zone: theirZone }) })
    return onCall && !isReceiver ? [said, urgent('urgentThen', { name: onCall.person.name })] : [said]
  }
  if (!onCall) return [urgent('urgentHeld', { name })]
  if (onCall.incident && !anotherMatter) return [urgent('urgentJoins', { number: onCall.incident.number, title: onCall.incident.title })]
  const called = { name: onCall.person.name, rotation: onCall.rotation.name, time: onCall.localAt.slice(11, 16) }
  return [urgent(calls[onCall.interrupts], called)]
}

const interruptions = { open: 'urgentSays', focus: 'urgentSaysFocus', 'off hours': 'urgentSaysOff' } as const
const calls = { open: 'urgentCalls', focus: 'urgentCallsFocus', 'off hours': 'urgentCallsOff' } as const

function loadSentences({ load }: Preview, name: string): string[] {
  if (load.capacity === 'full') return [`${t('loadFull', { name })}.`]
  if (load.capacity === 'busy') return [`${t('loadBusy', { name })}.`]
  return load.openAsks >= 5 ? [`${t('load', { name, count: load.openAsks })}.`] : []
}
