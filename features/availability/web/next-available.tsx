import { Link } from '@tanstack/react-router'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { formatFromNow, formatList } from '#platform/text/format-span.ts'
import { formatTime, formatWeekday } from '#platform/text/format-time.ts'
import { localDay, millisecondsOf } from '#platform/text/moment.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Sheet } from '#ui/sheet.tsx'
import type { Day } from '../contract/days.ts'
import { listNext } from '../contract/times.ts'
import { t } from './people-texts.ts'
import { PersonAvatar } from './person-avatar.tsx'
import { comingText } from './reads-text.ts'
import { shortNames } from './short-names.ts'
import { useMyZone } from './use-me.ts'

type Next = OutputOf<typeof listNext>['items'][number]

const AFTER = 2
const MINUTE = 60_000
const fresh = 60_000

/** Who of these people can be reached first, and who then. */
export function NextAvailable({ days }: { days: readonly Day[] }) {
  const now = useNow()
  const people = days
    .map(({ handle }) => handle)
    .toSorted()
    .slice(0, 100)
  const { data } = useAnswer(listNext, { people: people.join(',') }, { enabled: people.length > 0, keepLast: true, staleTime: fresh })
  const reachable = (data?.items ?? []).flatMap((next) => {
    const day = days.find(({ handle }) => handle === next.handle)
    return day && next.at !== null ? [{ ...next, at: next.at, day }] : []
  })
  const [first, ...rest] = reachable
  if (!first) return data ? null : <div className="nexts" />
  const names = shortNames(days.map(({ name }) => name))
  const called = (name: string): string => names.get(name) ?? name
  const then = rest.slice(0, AFTER).map(({ day, at }) => t('nameWhen', { name: called(day.name), when: whenOf(at, now) }))
  return (
    <div className="nexts">
      <Sheet title={t('nextTitle')}>
        <div className="nexts__first">
          <PersonAvatar name={first.day.name} zone={first.day.timeZone} size="lg" />
          <p>
            <Link to="/people/$handle" params={{ handle: first.handle }} dir="auto">
              {t('personWhen', { name: called(first.day.name), when: whenOf(first.at, now) })}
            </Link>
            <Where next={first} day={first.day} />
          </p>
        </div>
        {then.length > 0 && (
          <p className="nexts__then">
            <span className="avs">
              {rest.slice(0, AFTER).map(({ day }) => (
                <PersonAvatar key={day.handle} name={day.name} zone={day.timeZone} size="xs" />
              ))}
            </span>
            <span>{t('andThen', { list: formatList(then) })}</span>
          </p>
        )}
      </Sheet>
    </div>
  )
}

function Where({ next, day }: { next: Next; day: Day }) {
  const now = useNow()
  const zone = useMyZone()
  // The server said when it was asked, some moments after the minute that is shown.
  const isOpen = next.at !== null && millisecondsOf(next.at) - now.epochMilliseconds < MINUTE
  const moment = isOpen ? next.until : next.at
  if (moment === null) return null
  const isSameDay = localDay(moment, day.timeZone) === localDay(now, day.timeZone)
  const time = formatTime(moment, { zone: day.timeZone })
  const theirs = isSameDay ? time : `${formatWeekday(moment, { zone: day.timeZone })} ${time}`
  if (day.timeZone === zone) return <small className="num">{t(isOpen ? 'untilHere' : 'fromHere', { theirs })}</small>
  const mine = comingText(moment, { zone, now })
  return <small className="num">{t(isOpen ? 'until' : 'from', { theirs, city: zoneCity(day.timeZone), mine })}</small>
}

function whenOf(at: string, now: Temporal.Instant): string {
  return millisecondsOf(at) <= now.epochMilliseconds ? formatFromNow(now, now) : formatFromNow(at, now)
}
