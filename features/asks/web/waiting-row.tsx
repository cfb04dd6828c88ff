import { Link } from '@tanstack/react-router'
import type { Day } from '#features/availability/contract/days.ts'
import { DayBand } from '#features/availability/web/day-band.tsx'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { returnText } from '#features/availability/web/return-text.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatFromNow } from '#platform/text/format-span.ts'
import { Icon } from '#ui/icon.tsx'
import { Phrase } from '#ui/phrase.tsx'
import type { Ask } from '../contract/ask.ts'
import { calledIn, handleOf } from '../rules/owner.ts'
import { type OwnersClock, ownersTime } from './owners-time.ts'
import { AskWaits } from './ask-waits.tsx'
import { isWasDue } from './was-due.ts'
import { t } from './row-texts.ts'

/** An ask the reader waits for: when it is read and due in the other's day, and what is safe to start meanwhile. */
export function WaitingRow({ ask, day }: { ask: Ask; day: Day | undefined }) {
  const now = useNow()
  const me = { zone: useMyZone() }
  return (
    <article className="wait">
      <PersonAvatar name={ask.owner.name} zone={day?.timeZone} />
      <div>
        <h3 className="wait__t" dir="auto">
          <Link to="/threads/$number" params={{ number: String(ask.number) }} hash={`ask-${ask.id}`}>
            {t('waiting', { name: calledIn(ask.owner), text: ask.text })}
          </Link>
        </h3>
        <p className="wait__m">
          {day && <DayBand day={day} dues={ask.due ? [ask.due] : []} />}
          <span>{sentences(ask, day, { now, me, ownerZone: day?.timeZone }).join(' ')}</span>
        </p>
        <AskWaits ask={ask} />
        {ask.meanwhile && (
          <p className="wait__safe" dir="auto">
            <Icon name="circle-check" />
            <b>
              <Phrase of={t.parts('safe', { meanwhile: <span>{ask.meanwhile}</span> })} />
            </b>
          </p>
        )}
      </div>
    </article>
  )
}

function sentences(ask: Ask, day: Day | undefined, clock: OwnersClock): string[] {
  const { now } = clock
  const theirs = (instant: string): string => ownersTime(instant, clock)
  const away = day?.back ? [t('away', { date: returnText(day.back, { zone: day.timeZone, now }) })] : []
  const read = ask.deliveredAt
    ? [t('hasIt', { time: theirs(ask.deliveredAt) })]
    : ask.deliverAt
      ? [t('reads', { time: theirs(ask.deliverAt), distance: formatFromNow(ask.deliverAt, now) })]
      : []
  const due =
    ask.due === null ? t('noDue') : isWasDue(ask, now) ? t('wasDueAt', { time: theirs(ask.due) }) : t('due', { time: theirs(ask.due) })
  const team = handleOf(ask.owner) === null ? [t('teamHas')] : []
  const cover = ask.cover ? [t('covers', { name: ask.cover.name })] : []
  return [...away, ...cover, ...team, ...read, due]
}
