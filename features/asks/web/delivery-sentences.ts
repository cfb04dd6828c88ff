import { createElement, type ReactNode } from 'react'
import type { Return } from '#features/availability/contract/days.ts'
import type { Preview } from '#features/availability/contract/preview.ts'
import { returnText } from '#features/availability/web/return-text.ts'
import { formatFromNow } from '#platform/text/format-span.ts'
import { formatSoon, formatTheirs, formatTime } from '#platform/text/format-time.ts'
import type { Moment } from '#platform/text/moment.ts'
import { firstName } from '../rules/owner.ts'
import { t } from './delivery-texts.ts'
import { t as urgent } from './urgent-texts.ts'

interface Reading {
  readonly now: Moment
  /** When whoever reads it is back from the absence they are in. */
  readonly back: Return | null
  readonly theirZone: string
  readonly myZone: string
  readonly isUrgent: boolean
  /** It does not join the incident that is open. */
  readonly anotherMatter: boolean
  /** Others are asked too: what is said of this one names them. */
  readonly areSeveral: boolean
}

export interface DeliverySentences {
  /** When they read it, in their day, and when the answer is due: in pieces, its times standing out. */
  readonly main: readonly ReactNode[]
  /** What is in the way. */
  readonly more: readonly string[]
}

/** What sending would mean for one person. */
export function deliverySentences(preview: Preview, reading: Reading): DeliverySentences {
  const { now, theirZone, myZone } = reading
  const name = preview.members === null && preview.first === null ? firstName(preview.to.name) : preview.to.name
  if (preview.never) return { main: [t('readsNever', { name })], more: [] }
  const theirs = (instant: string): string => formatTheirs(instant, { zone: theirZone, now })
  const mine = (instant: string): string => formatSoon(instant, { zone: myZone, now })
  const more = [
    ...awaySentence(preview, reading),
    ...(preview.latest && preview.latest !== preview.earliest ? [t('teamLast', { name, time: mine(preview.latest) })] : []),
    ...(reading.isUrgent ? urgentSentences(preview, reading) : []),
    ...(preview.unreachable ? [t('unreachable', { name })] : []),
    ...(preview.outside ? [t('outside', { name }), ...preview.suggest.map((instant) => t('suggest', { time: theirs(instant) }))] : []),
    ...(preview.tight ? [t('tight')] : []),
    ...loadSentences(preview, name),
    ...(preview.answerBack ? [answerSentence(mine(preview.answerBack), reading.areSeveral ? name : null)] : []),
  ]
  const main = sentenceOf(preview)(preview, {
    name,
    theirs: (instant) => strong(theirs(instant)),
    mine: (instant) => strong(mine(instant)),
    now,
  })
  return { main, more }
}

const answerSentence = (time: string, name: string | null): string =>
  name === null ? t('answerBack', { time }) : t('answerBackOf', { name, time })

const strong = (time: string): ReactNode => createElement('b', { dir: 'auto' }, time)

/** Why it takes so long; said with the cover where there is one. */
function awaySentence({ cover, first, to }: Preview, { back, theirZone, now }: Reading): string[] {
  if (back === null || cover || first) return []
  return [t('away', { name: firstName(to.name), date: returnText(back, { zone: theirZone, now }) })]
}

interface Telling {
  readonly name: string
  /** In the receiver's day, standing out. */
  readonly theirs: (instant: string) => ReactNode
  /** By the sender's own clock, standing out. */
  readonly mine: (instant: string) => ReactNode
  readonly now: Moment
}

const sentenceOf = ({ first, members }: Preview) => (members !== null ? teamSentence : first === null ? mainSentence : dutySentence)

/** Of a rotation: who has it, because they are on call when it comes. */
function dutySentence({ deliverAt, due, first }: Preview, { name, theirs, now }: Telling): readonly ReactNode[] {
  if (!deliverAt || !first) return t.parts('readsNever', { name })
  const reads = { name, first: first.name, time: theirs(deliverAt), distance: formatFromNow(deliverAt, now) }
  return due ? t.parts('dutyReads', { ...reads, due: theirs(due) }) : t.parts('dutyReadsWhenever', reads)
}

/**
 * Of a space: who of it reads it first, and that whoever takes it has it. It is due by the day of whoever can be reached first, who need not be the
 * one who reads it first: then both are said in the sender's time.
 */
function teamSentence({ deliverAt, due, members, first, earliest }: Preview, { name, theirs, mine, now }: Telling): readonly ReactNode[] {
  if (!deliverAt) return t.parts('readsNever', { name })
  if (earliest !== null && earliest !== deliverAt) {
    const early = { name, time: mine(earliest), distance: formatFromNow(earliest, now) }
    return due ? t.parts('teamReadsEarlier', { ...early, due: mine(due) }) : t.parts('teamReadsEarlierWhenever', early)
  }
  const reads = { name, first: first?.name ?? '', count: members ?? 0, time: theirs(deliverAt), distance: formatFromNow(deliverAt, now) }
  return due ? t.parts('teamReads', { ...reads, due: theirs(due) }) : t.parts('teamReadsWhenever', reads)
}

function mainSentence({ deliverAt, due, interrupts }: Preview, { name, theirs, now }: Telling): readonly ReactNode[] {
  if (interrupts && due) return t.parts('readsNow', { name, due: theirs(due) })
  if (!deliverAt) return t.parts('readsNever', { name })
  const reads = { name, time: theirs(deliverAt), distance: formatFromNow(deliverAt, now) }
  return due ? t.parts('readsThis', { ...reads, due: theirs(due) }) : t.parts('readsThisWhenever', reads)
}

/** Whom it interrupts, said plainly: its receiver, or whoever is on call for them; or that it waits. */
function urgentSentences({ to, interrupts, onCall }: Preview, { now, theirZone, anotherMatter }: Reading): string[] {
  const name = firstName(to.name)
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
