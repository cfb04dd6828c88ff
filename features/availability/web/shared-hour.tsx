import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import type { PersonName } from '#platform/contract/shapes.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { millisecondsOf } from '#platform/text/moment.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Day } from '../contract/days.ts'
import { t } from './people-texts.ts'
import { PersonAvatar } from './person-avatar.tsx'
import { PersonField } from './person-field.tsx'
import { SharedHourOptions } from './shared-hour-options.tsx'
import { shortNames } from './short-names.ts'
import { useMyZone } from './use-me.ts'
import type { SharedHourSearch } from './use-shared-hour.ts'

interface SharedHourProps {
  readonly search: SharedHourSearch
  readonly me: string
  /** Who is offered to be picked. */
  readonly people: readonly PersonName[]
  /** What is known of the days of those people. */
  readonly days: ReadonlyMap<string, Day>
}

const OFFERED = 12
/** The address that leads here. */
const ID = 'shared-hour'

/** When a group works at once, and the written way that needs no such time. */
export function SharedHour({ search, me, people, days }: SharedHourProps) {
  const { picked, overlap, error } = search
  const section = useRef<HTMLElement>(null)
  const { hash } = useLocation()
  useEffect(() => {
    if (hash === ID) section.current?.scrollIntoView()
  }, [hash])
  const offered = new Map(people.slice(0, OFFERED).map((person) => [person.handle, person.name]))
  for (const handle of picked) offered.set(handle, offered.get(handle) ?? search.days.get(handle)?.name ?? handle)
  const names = shortNames([...offered.values()])
  const zoneOf = (handle: string): string | undefined => (days.get(handle) ?? search.days.get(handle))?.timeZone
  return (
    <section className="share" id={ID} ref={section}>
      <div>
        <h2 className="sec">
          {t('shareTitle')} <span>{t('shareMore')}</span>
        </h2>
        <div className="share__picks" role="group" aria-label={t('sharePeople')}>
          {[...offered].map(([handle, name]) => (
            <button key={handle} type="button" className="pk" aria-pressed={picked.includes(handle)} onClick={() => search.toggle(handle)}>
              <PersonAvatar name={name} zone={zoneOf(handle)} size="xs" />
              <span dir="auto">{names.get(name)}</span>
            </button>
          ))}
        </div>
        {people.length > OFFERED && <AddPerson picked={picked} onAdd={search.toggle} />}
        {picked.length > 1 && <WithoutMeeting days={[...search.days.values()].filter(({ handle }) => handle !== me)} />}
      </div>
      <div aria-live="polite">
        {picked.length < 2 && <p className="quiet">{t('pickMore')}</p>}
        {error && !overlap && <Notice tone="stop">{t('overlapFailed')}</Notice>}
        {overlap && <SharedHourOptions overlap={overlap} search={search} me={me} />}
      </div>
    </section>
  )
}

function AddPerson({ picked, onAdd }: { picked: readonly string[]; onAdd: (handle: string) => void }) {
  const [handle, setHandle] = useState('')
  const [round, setRound] = useState(0)
  const add = (): void => {
    if (handle !== '' && !picked.includes(handle)) onAdd(handle)
    setHandle('')
    setRound(round + 1)
  }
  return (
    <form
      className="addm"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <PersonField key={round} label={t('addPerson')} value={handle} onChange={setHandle} />
      <Button type="submit" disabled={handle === ''}>
        {t('add')}
      </Button>
    </form>
  )
}

function WithoutMeeting({ days }: { days: readonly Day[] }) {
  const now = useNow()
  const zone = useMyZone()
  const reads = days.flatMap((day) => day.nextDelivery ?? day.nextReachable ?? [])
  const last = reads.toSorted((one, other) => millisecondsOf(one) - millisecondsOf(other)).at(-1)
  if (last === undefined) return null
  return (
    <Notice
      tone="plain"
      acts={
        <Link className={buttonClass({ small: true })} to="/threads/new">
          {t('startThread')}
        </Link>
      }
    >
      {t('without', { time: formatSoon(last, { zone, now }) })}
    </Notice>
  )
}
