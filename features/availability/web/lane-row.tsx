import { timeText } from '#platform/text/time-texts.ts'
import { formatRow } from '#platform/text/format-span.ts'
import { Link } from '@tanstack/react-router'
import { useNow } from '#platform/browser/now.tsx'
import { formatTime, formatWeekday } from '#platform/text/format-time.ts'
import { localDay, localHour } from '#platform/text/moment.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Band } from '#ui/band.tsx'
import type { Day } from '../contract/days.ts'
import type { Person } from '../contract/person.ts'
import { Covers } from './covers.tsx'
import { dayLabel } from './day-label.ts'
import { type Axis, dateIn, laneHours, startingOn } from './lane-hours.ts'
import { t } from './people-texts.ts'
import { PersonAvatar } from './person-avatar.tsx'
import { comingText, readsText, worksText } from './reads-text.ts'
import { returnText } from './return-text.ts'

export interface LaneView {
  /** The reader's zone and the date they look at. */
  readonly axis: Axis
  readonly isToday: boolean
  /** Each lane by the clocks of its person instead of the reader's. */
  readonly isTheirs: boolean
}

interface LaneRowProps {
  readonly person: Pick<Person, 'handle' | 'name' | 'capacity' | 'status' | 'away'>
  /** Undefined until it has come. */
  readonly day: Day | undefined
  readonly isMe: boolean
  /** When the shift ends that they have now. */
  readonly onShiftUntil: string | undefined
  readonly view: LaneView
}

/** One person's day on the page of people: who and where, the lane, when they read. */
export function LaneRow({ person, day, isMe, onShiftUntil, view }: LaneRowProps) {
  const now = useNow()
  const name = isMe ? t('you', { name: person.name }) : person.name
  const standing = formatRow([person.capacity === 'open' ? '' : t(person.capacity), person.status])
  return (
    <li className="lane">
      <div className="lane__who">
        <PersonAvatar name={person.name} zone={day?.timeZone} size="lg" />
        <span>
          <Link to="/people/$handle" params={{ handle: person.handle }} dir="auto">
            {name}
          </Link>
          {day && <small className="num">{placeOf(day, now, view.axis.zone)}</small>}
          {standing !== '' && (
            <small dir="auto" title={standing}>
              {standing}
            </small>
          )}
        </span>
      </div>
      {day ? <Lane day={day} view={view} now={now} /> : <span className="sk lane__sk" />}
      <p className="lane__reads">
        {day && <Reads day={day} away={person.away} isMe={isMe} onShiftUntil={onShiftUntil} view={view} now={now} />}
      </p>
    </li>
  )
}

interface DrawnProps {
  readonly day: Day
  readonly view: LaneView
  readonly now: Temporal.Instant
}

function Lane({ day, view, now }: DrawnProps) {
  const date = view.isToday ? dateIn(day.timeZone, now) : view.axis.date
  const own = { zone: day.timeZone, date }
  const label = dayLabel({ ...day, working: startingOn(own, day.working) }, now)
  const awayLabel = day.back === null ? t('away') : t('awayUntil', { date: returnText(day.back, { zone: day.timeZone, now }) })
  const hours = laneHours(day, view.isTheirs ? own : view.axis, awayLabel)
  return <Band size="lane" label={label} {...hours} {...(view.isTheirs && view.isToday ? { now: localHour(now, day.timeZone) } : {})} />
}

type ReadsProps = DrawnProps & Pick<Person, 'away'> & Pick<LaneRowProps, 'isMe' | 'onShiftUntil'>

function Reads({ day, away, isMe, onShiftUntil, view, now }: ReadsProps) {
  if (!view.isToday) return worksText(day, { now, date: view.axis.date })
  const reads =
    onShiftUntil === undefined ? readsText(day, now) : t('onShiftUntil', { time: comingText(onShiftUntil, { zone: day.timeZone, now }) })
  // Once it is said when they are back, who covers says the rest.
  const isBackSaid = !isMe && away?.cover && day.back !== null
  return (
    <>
      {isMe ? t('itsYou') : reads}
      {!isBackSaid && <small>{worksText(day, { now })}</small>}
      {away?.cover && (
        <small>
          <Covers away={away} text="coveredBy" />
        </small>
      )}
    </>
  )
}

/** `Tokyo, Wed 02:04`: with the weekday where it is another one than the reader's. */
function placeOf(day: Day, now: Temporal.Instant, zone: string): string {
  const manner = { zone: day.timeZone, now }
  const isSameDay = localDay(now, day.timeZone) === localDay(now, zone)
  const time = isSameDay
    ? formatTime(now, manner)
    : timeText('dayAndTime', { day: formatWeekday(now, manner), time: formatTime(now, manner) })
  return t('place', { city: zoneCity(day.timeZone), time })
}
