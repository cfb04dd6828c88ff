import { capital } from '#platform/text/cases.ts'
import { useDeferredValue, useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { hoursAhead } from '#platform/text/moment.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useStepKeys } from '#ui/use-step-keys.ts'
import type { Day } from '../contract/days.ts'
import type { Person } from '../contract/person.ts'
import { type DayChoice, DayControls } from './day-controls.tsx'
import { type Axis, dateIn, onAxis } from './lane-hours.ts'
import { Lanes } from './lanes.tsx'
import { LanesKey } from './lanes-key.tsx'
import { NextAvailable } from './next-available.tsx'
import { OnShift, useOnShift } from './on-shift.tsx'
import { PeopleSearch } from './people-search.tsx'
import { spelled, t } from './people-texts.ts'
import { isWithin } from './reads-text.ts'
import { SharedHour } from './shared-hour.tsx'
import { SpaceMenu } from './space-menu.tsx'
import { useLanes } from './use-lanes.ts'
import { useMe, useMyZone } from './use-me.ts'
import { type PeopleFilter, usePeople } from './use-people.ts'
import { type Overlap, useSharedHour } from './use-shared-hour.ts'

const everybody: PeopleFilter = { q: '', space: '' }
// So many are seen at one glance; above, looking for somebody needs a field.
const GLANCE = 12

/** Who works when: the days of people on one axis, who is next available, and when a group works at once. */
export function PeoplePage() {
  const now = useNow()
  const me = useMe()?.person.handle
  const zone = useMyZone()
  const [choice, setChoice] = useState<DayChoice>({ clocks: 'mine', offset: 0 })
  const [filter, setFilter] = useState(everybody)
  const [isSearching, setSearching] = useState(false)
  const search = useSharedHour(me)
  useStepKeys('.lane__who a', { group: t('keysGroup'), next: t('nextPerson'), previous: t('previousPerson') })
  const found = usePeople(useDeferredValue({ ...filter, q: filter.q.trim() }))
  const date = Temporal.PlainDate.from(dateIn(zone, now)).add({ days: choice.offset }).toString()
  const pages = found.pages ?? []
  const lanes = useLanes(
    pages.map((page) => page.map(({ handle }) => handle)),
    date,
  )
  const { days } = lanes
  const onShift = useOnShift()
  const listed = pages.flat().filter(({ handle }) => days.get(handle)?.active !== false)
  const people = found.hasMore || pages.length > 1 ? listed : eastToWest(listed, days)
  const shown = people.flatMap(({ handle }) => days.get(handle) ?? [])
  // Rows would change places once it is known where their people are.
  const isComing = !lanes.error && (!found.pages || (people.length > 0 && days.size === 0))
  const axis: Axis = { zone, date }
  const controls = (only: 'only-m' | 'only-d') => (
    <DayControls choice={choice} onChange={setChoice} only={only} today={dateIn(zone, now)}>
      <SpaceMenu space={filter.space} onChange={(space) => setFilter({ ...filter, space })} />
    </DayControls>
  )
  if (found.error && !found.pages) {
    return (
      <Empty whole title={t('failedTitle')} act={<Button onClick={found.again}>{t('tryAgain')}</Button>}>
        {found.error.message}
      </Empty>
    )
  }
  return (
    <div className="wrap wrap--wide people">
      <header className="page-head">
        <div>
          <h1>{t('title')}</h1>
          {shown.length > 0 && <p className="lede">{ledeOf(shown, { now, hasMore: found.hasMore })}</p>}
        </div>
        {controls('only-d')}
      </header>
      {(isSearching || people.length > GLANCE) && (
        <PeopleSearch
          q={filter.q}
          onChange={(q) => {
            setSearching(true)
            setFilter({ ...filter, q })
          }}
        />
      )}
      {found.pages && people.length === 0 && <NoPeople filter={filter} onAll={() => setFilter(everybody)} />}
      {lanes.error && (
        <Notice
          tone="stop"
          acts={
            <Button small onClick={lanes.again}>
              {t('tryAgain')}
            </Button>
          }
        >
          {t('daysFailed')}
        </Notice>
      )}
      {isComing && <Skeleton shape="lanes" count={9} />}
      {!isComing && people.length > 0 && (
        <>
          <div className="duty__pair">
            <OnShift days={days} />
            <NextAvailable days={shown.filter(({ handle }) => handle !== me)} />
          </div>
          <Lanes
            people={people}
            days={days}
            me={me}
            view={{ axis, isToday: choice.offset === 0, isTheirs: choice.clocks === 'theirs' }}
            onShift={onShift}
            pick={pickOn(axis, search.overlap)}
          />
          {found.hasMore && (
            <p className="cut">
              <Button kind="bare" small busy={found.isLoadingMore} onClick={found.more}>
                {t('more')}
              </Button>
            </p>
          )}
          <LanesKey hasNow={choice.offset === 0} />
          {controls('only-m')}
        </>
      )}
      {me !== undefined && <SharedHour search={search} me={me} people={people} days={days} />}
    </div>
  )
}

function NoPeople({ filter, onAll }: { filter: PeopleFilter; onAll: () => void }) {
  if (filter.q === '' && filter.space === '') return <Empty title={t('nobodyYet')} />
  return (
    <Empty title={filter.q === '' ? t('nobodyThere') : t('nobody')} act={<Button onClick={onAll}>{t('showAll')}</Button>}>
      {filter.q !== '' && t('nobodyMore')}
    </Empty>
  )
}

/** Those furthest ahead first: the order in which their days begin. */
function eastToWest(people: readonly Person[], days: ReadonlyMap<string, Day>): Person[] {
  const ahead = ({ handle }: Person): number => {
    const day = days.get(handle)
    return day ? hoursAhead(day.from, day.timeZone, 'UTC') : -24
  }
  return people.toSorted((one, other) => ahead(other) - ahead(one) || one.name.localeCompare(other.name))
}

function ledeOf(shown: readonly Day[], { now, hasMore }: { now: Temporal.Instant; hasMore: boolean }): string {
  const cities = new Set(shown.map(({ timeZone }) => zoneCity(timeZone))).size
  const working = shown.filter((day) => day.working.some((span) => isWithin(now, span))).length
  const said = {
    people: t('people', { count: shown.length, word: spelled(shown.length) }),
    cities: t('cities', { count: cities, word: spelled(cities) }),
    working: working === 0 ? t('workingNobody') : t('working', { count: working, word: capital(spelled(working)) }),
  }
  return hasMore ? t('ledeMore', said) : t('lede', { ...said, people: capital(said.people) })
}

/** The first shared hour of the day that is shown. */
function pickOn(axis: Axis, overlap: Overlap | undefined): { from: number; to: number } | undefined {
  return onAxis(axis, overlap?.stretches ?? [])[0]
}
