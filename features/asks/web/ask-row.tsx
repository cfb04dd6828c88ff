import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Day } from '#features/availability/contract/days.ts'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatDuration, formatFromNow } from '#platform/text/format-span.ts'
import { formatNearDay, formatTheirs, formatTime } from '#platform/text/format-time.ts'
import type { Moment } from '#platform/text/moment.ts'
import { classes } from '#ui/classes.ts'
import type { WalkRow } from '#ui/use-walk.ts'
import type { Ask } from '../contract/ask.ts'
import { firstName, handleOf } from '../rules/owner.ts'
import { AskKind } from './ask-kind.tsx'
import { AskWaits } from './ask-waits.tsx'
import { isWasDue } from './was-due.ts'
import { t } from './row-texts.ts'

interface AskRowProps {
  readonly ask: Ask
  /** The asker's day. */
  readonly day: Day | undefined
  readonly selected?: boolean
  /** What can be done to the selected one, by key; shown always where it can be taken. */
  readonly acts?: ReactNode
  /** What stands below while it is dealt with. */
  readonly below?: ReactNode
  /** Selected besides, to act on several. */
  readonly marked?: boolean
  /** By what it is found in its list. */
  readonly row?: WalkRow
}

/** An ask that needs the reader: its due time first, the largest thing in the row. */
export function AskRow({ ask, day, selected = false, acts, below, marked = false, row }: AskRowProps) {
  const now = useNow()
  const zone = useMyZone()
  const manner = { zone, now }
  return (
    <article className={classes('ask', selected && 'is-sel', marked && 'is-marked')} {...row}>
      <div className={classes('ask__due', ask.due === null && 'ask__due--word')}>
        {ask.due ? formatTime(ask.due, manner) : t('whenever')}
        {ask.due && (
          <small>{isWasDue(ask, now) ? t('wasDue', { day: formatNearDay(ask.due, manner) }) : formatNearDay(ask.due, manner)}</small>
        )}
      </div>
      <AskKind verb={ask.verb} />
      <div className="ask__body">
        <h3 className="ask__t" dir="auto">
          <Link to="/threads/$number" params={{ number: String(ask.number) }} hash={`ask-${ask.id}`}>
            {ask.text}
          </Link>
        </h3>
        <p className="ask__m">
          <PersonAvatar name={ask.from.name} zone={day?.timeZone} size="xs" />
          <span>{fromText(ask, day, now)}</span>
        </p>
        {ask.may.take && (
          <p className="ask__m ask__m--whole">{t(handleOf(ask.owner) === null ? 'forTeam' : 'forAway', { name: ask.owner.name })}</p>
        )}
        <AskWaits ask={ask} />
        {(selected || ask.may.take) && acts && <div className={ask.may.take ? 'ask__take' : 'ask__do'}>{acts}</div>}
      </div>
      <div className="ask__len">{ask.minutes !== null && formatDuration(ask.minutes)}</div>
      {below && <div className="ask__below">{below}</div>}
    </article>
  )
}

/** Who asks and where, and when they read what is answered. */
function fromText({ from: { name }, space }: Ask, day: Day | undefined, now: Moment): string {
  if (!day?.nextDelivery) return space ? t('fromIn', { name, space: space.name }) : name
  const reads = { name, time: formatTheirs(day.nextDelivery, { zone: day.timeZone, now }), distance: formatFromNow(day.nextDelivery, now) }
  return space ? t('fromInReads', { ...reads, name: firstName(name), space: space.name }) : t('fromReads', reads)
}
