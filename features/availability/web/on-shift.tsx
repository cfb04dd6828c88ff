import { Link } from '@tanstack/react-router'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import type { PersonName } from '#platform/contract/shapes.ts'
import { formatTime } from '#platform/text/format-time.ts'
import { localDay } from '#platform/text/moment.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Icon } from '#ui/icon.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Day } from '../contract/days.ts'
import { getOnCall, listRotations, type Rotation } from '../contract/rotations.ts'
import { PersonAvatar } from './person-avatar.tsx'
import { comingText } from './reads-text.ts'
import { t } from './rotation-texts.ts'
import { shortNames } from './short-names.ts'
import { useMyZone } from './use-me.ts'

const theFirst = [listRotations, { limit: 3 }, { staleTime: 60_000 }] as const

/** Until when people are on shift, by their handles. */
export function useOnShift(): ReadonlyMap<string, string> {
  const { data } = useAnswer(...theFirst)
  return new Map((data?.items ?? []).flatMap(({ onShift }) => onShift.map(({ person, until }) => [person.handle, until] as const)))
}

/** On the page of people: who is on shift now, rotation by rotation. Nothing where there is no rotation. */
export function OnShift({ days }: { days: ReadonlyMap<string, Day> }) {
  const { data } = useAnswer(...theFirst)
  if (!data || data.items.length === 0) return null
  return (
    <div className="nexts">
      <Sheet title={t('onShift')}>
        <Link className="link" to="/rotations">
          {t('all')}
        </Link>
        {data.items.map((rotation) => (
          <FirstOf key={rotation.slug} rotation={rotation} days={days} />
        ))}
        {data.items.length === 1 && data.items[0] && <NextOf rotation={data.items[0]} days={days} />}
      </Sheet>
    </div>
  )
}

/** Who has it after that, where it is known. */
function NextOf({ rotation, days }: { rotation: Rotation; days: ReadonlyMap<string, Day> }) {
  const now = useNow()
  const zone = useMyZone()
  const next = useAnswer(getOnCall, { slug: rotation.slug }, { staleTime: 60_000 }).data?.layers[0]?.next
  if (!next) return null
  return (
    <p className="nexts__then num">
      <Icon name="arrow-right" size="sm" />
      <PersonAvatar name={next.person.name} zone={days.get(next.person.handle)?.timeZone} size="xs" />
      <span>{nextText(next, { zone, now, names: shortNames([...days.values()].map(({ name }) => name)) })}</span>
    </p>
  )
}

type NextTurn = NonNullable<OutputOf<typeof getOnCall>['layers'][number]['next']>

interface Telling {
  readonly zone: string
  readonly now: Temporal.Instant
  /** What people are called here. */
  readonly names: ReadonlyMap<string, string>
}

/** `Monica from 16:00 to 21:00, then Ann` */
function nextText({ person, from, until, after }: NextTurn, { names, ...manner }: Telling): string {
  const called = ({ name }: PersonName): string => names.get(name) ?? name
  const isOneDay = localDay(from, manner.zone) === localDay(until, manner.zone)
  const said = {
    name: called(person),
    from: comingText(from, manner),
    to: isOneDay ? formatTime(until, { zone: manner.zone }) : comingText(until, manner),
  }
  return after === null ? t('nextOnShift', said) : t('nextAndThen', { ...said, after: called(after) })
}

function FirstOf({ rotation, days }: { rotation: Rotation; days: ReadonlyMap<string, Day> }) {
  const now = useNow()
  const zone = useMyZone()
  const [first] = rotation.onShift
  const theirs = first && days.get(first.person.handle)?.timeZone
  const time = first ? comingText(first.until, { zone, now }) : ''
  const said = first
    ? theirs !== undefined && theirs !== zone
      ? t('onShiftTheirs', { rotation: rotation.name, time, theirs: formatTime(first.until, { zone: theirs }), city: zoneCity(theirs) })
      : t('onShiftOf', { rotation: rotation.name, time })
    : rotation.name
  return (
    <div className="nexts__first">
      {first && <PersonAvatar name={first.person.name} zone={theirs} size="lg" />}
      <p>
        <Link to="/rotations/$slug" params={{ slug: rotation.slug }} dir="auto">
          {first ? first.person.name : t('nobodyOnShift')}
        </Link>
        <small className="num">{said}</small>
      </p>
    </div>
  )
}
