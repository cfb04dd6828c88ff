import { Link } from '@tanstack/react-router'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatSoon, formatTime } from '#platform/text/format-time.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Sheet } from '#ui/sheet.tsx'
import type { Day } from '../contract/days.ts'
import { listRotations, type Rotation } from '../contract/rotations.ts'
import { PersonAvatar } from './person-avatar.tsx'
import { t } from './rotation-texts.ts'
import { useMyZone } from './use-me.ts'

const SHOWN = 3

/** On the page of people: who is on shift now, rotation by rotation. Nothing where there is no rotation. */
export function OnShift({ days }: { days: ReadonlyMap<string, Day> }) {
  const { data } = useAnswer(listRotations, { limit: SHOWN }, { staleTime: 60_000 })
  if (!data || data.items.length === 0) return null
  return (
    <div className="nexts">
      <Sheet title={t('onShift')}>
        {data.items.map((rotation) => (
          <FirstOf key={rotation.slug} rotation={rotation} days={days} />
        ))}
        <Link className="link" to="/rotations">
          {t('all')}
        </Link>
      </Sheet>
    </div>
  )
}

function FirstOf({ rotation, days }: { rotation: Rotation; days: ReadonlyMap<string, Day> }) {
  const now = useNow()
  const zone = useMyZone()
  const [first] = rotation.onShift
  const theirs = first && days.get(first.person.handle)?.timeZone
  const time = first ? formatSoon(first.until, { zone, now }) : ''
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
