import { useNow } from '#platform/browser/now.tsx'
import { formatHourMark, formatLongDate, formatTime } from '#platform/text/format-time.ts'
import { localHour } from '#platform/text/moment.ts'
import { At } from '#ui/band.tsx'
import type { Day } from '../contract/days.ts'
import type { Person } from '../contract/person.ts'
import { Coverage } from './coverage-row.tsx'
import { LaneRow, type LaneView } from './lane-row.tsx'
import { t } from './people-texts.ts'

interface LanesProps {
  readonly people: readonly Person[]
  readonly days: ReadonlyMap<string, Day>
  readonly me: string | undefined
  readonly view: LaneView
  /** Until when people are on shift, by their handles. */
  readonly onShift: ReadonlyMap<string, string>
  /** An hour being considered, on the axis. */
  readonly pick: { readonly from: number; readonly to: number } | undefined
}

const hours = [0, 3, 6, 9, 12, 15, 18, 21, 24]
// So far from an hour of the axis the time now leaves room for it, on a narrow screen too.
const ROOM = 1.6

/** The days of people one below the other, on one axis in the reader's time, with one line for now through all of them. */
export function Lanes({ people, days, me, view, onShift, pick }: LanesProps) {
  const now = useNow()
  const isShared = !view.isTheirs
  const at = isShared && view.isToday ? localHour(now, view.axis.zone) : null
  const shown = people.flatMap(({ handle }) => days.get(handle) ?? [])
  return (
    <section className="lanes" aria-label={t('lanes')}>
      <div className="lanes__head">
        <p className="lanes__date">{!view.isToday && formatLongDate(`${view.axis.date}T12:00:00Z`, { zone: 'UTC', now })}</p>
        <div className="axis" aria-hidden="true">
          {hours
            .filter((hour) => at === null || Math.abs(hour - at) > ROOM)
            .map((hour) => (
              <At key={hour} hour={hour} className={hour === 0 ? 'is-first' : hour === 24 ? 'is-last' : ''}>
                {formatHourMark(hour)}
              </At>
            ))}
        </div>
      </div>
      <ul>
        {people.map((person) => (
          <LaneRow
            key={person.handle}
            person={person}
            day={days.get(person.handle)}
            isMe={person.handle === me}
            onShiftUntil={onShift.get(person.handle)}
            view={view}
          />
        ))}
      </ul>
      {isShared && shown.length > 1 && <Coverage days={shown} axis={view.axis} />}
      {isShared && (
        <div className="lanes__over" aria-hidden="true">
          {pick && <span className="lanes__pick" style={{ left: percent(pick.from), width: percent(pick.to - pick.from) }} />}
          {at !== null && (
            <>
              <span className="lanes__now" style={{ left: percent(at) }} />
              <span className="lanes__time num" style={{ left: percent(at) }}>
                {formatTime(now, { zone: view.axis.zone })}
              </span>
            </>
          )}
        </div>
      )}
    </section>
  )
}

function percent(hour: number): string {
  return `${String((hour / 24) * 100)}%`
}
