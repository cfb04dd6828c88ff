import type { Space } from '#features/spaces/contract/space.ts'
import { listMembers } from '#features/spaces/contract/space.ts'
import { coverage } from '#features/availability/web/coverage.ts'
import { dayLabel } from '#features/availability/web/day-label.ts'
import { dateIn, laneHours } from '#features/availability/web/lane-hours.ts'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { useLanes } from '#features/availability/web/use-lanes.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { localHour } from '#platform/text/moment.ts'
import { Band, type BandHours } from '#ui/band.tsx'
import { t } from './texts.ts'

const SHOWN = 10
/** So many are asked for at once; of a larger space only lanes are shown. */
const MOST = 50

/** Beside a space: when its people work, on the reader's clocks, from east to west; nothing while nobody else is in it. */
export function SpaceHours({ space }: { space: Space }) {
  const now = useNow()
  const zone = useMyZone()
  const members = useAnswer(listMembers, { slug: space.slug, limit: MOST }, { staleTime: 60_000 }).data
  const handles = members?.items.map(({ person }) => person.handle) ?? []
  const axis = { zone, date: dateIn(zone, now) }
  const { days } = useLanes([handles], axis.date)
  if (!members || handles.length < 2 || days.size === 0) return null
  const lanes = [...days.values()].map((day) => ({ day, hours: unlabelled(laneHours(day, axis, '')) }))
  const shown = lanes.toSorted((one, other) => (one.hours.shift ?? 0) - (other.hours.shift ?? 0)).slice(0, SHOWN)
  const covered = coverage([...days.values()], axis).filter((count) => count > 0).length / 2
  return (
    <section>
      <h2>{t('works')}</h2>
      <ul className="works">
        {shown.map(({ day, hours }) => (
          <li key={day.handle}>
            <PersonAvatar name={day.name} zone={day.timeZone} size="xs" />
            <Band label={dayLabel(day, now)} {...hours} unknown={!day.hoursSet} now={localHour(now, zone)} />
          </li>
        ))}
      </ul>
      {members.next === null && <p className="quiet">{t('worksHours', { hours: covered, space: space.name })}</p>}
    </section>
  )
}

/** There is no room for words in a row. */
const unlabelled = ({ away = [], ...hours }: BandHours): BandHours => ({ ...hours, away: away.map(({ from, to }) => ({ from, to })) })
