import { capital } from '#platform/text/cases.ts'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { useWhole } from '#platform/browser/use-whole.ts'
import { formatFromNow } from '#platform/text/format-span.ts'
import { formatNearDay, formatSoon, formatTheirs } from '#platform/text/format-time.ts'
import { millisecondsOf } from '#platform/text/moment.ts'
import { Button } from '#ui/button.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Person } from '../contract/person.ts'
import { listRotations } from '../contract/rotations.ts'
import { endOf, lastDateOf } from './expiry.ts'
import { Covers } from './covers.tsx'
import { t } from './person-texts.ts'
import { returnText } from './return-text.ts'
import { StandingDialog } from './standing-dialog.tsx'
import { useDays } from './use-days.ts'
import { useMyZone } from './use-me.ts'
import { WorksIn } from './works-in.tsx'

interface PanelProps {
  readonly person: Person
  readonly isMe: boolean
}

/** The address that leads to changing it. */
const NOW = 'now'
const capacities = { open: 'capacityOpen', busy: 'capacityBusy', full: 'capacityFull' } as const
const roles = { owner: 'roleOwner', admin: 'roleAdmin', member: 'roleMember', guest: 'roleGuest' } as const

/** Beside a person: when things reach them, and how it is with them now. */
export function PersonPanel({ person, isMe }: PanelProps) {
  const now = useNow()
  const { hash } = useLocation()
  const navigate = useNavigate()
  const [isChanging, setChanging] = useState(false)
  const close = (): void => {
    setChanging(false)
    if (hash === NOW) void navigate({ to: '.', hash: '', replace: true })
  }
  const nextDelivery = useDays([person.handle]).get(person.handle)?.nextDelivery
  const untilText = (what: string, until: string | null): string =>
    until === null ? what : sayUntil(what, until, { zone: person.timeZone, now })
  return (
    <aside>
      <Sheet title={isMe ? t('reachMe') : t('reach')}>
        {person.away && (
          <p>
            {t('awayUntil', { date: returnText(person.away.back, { zone: person.timeZone, now }) })} <Covers away={person.away} />
          </p>
        )}
        <dl className="facts">
          <Fact label={t('reads')}>
            {person.nextReachable === null ? t('never') : <When at={person.nextReachable} person={person} isMe={isMe} />}
          </Fact>
          {nextDelivery !== undefined && (
            <Fact label={t('delivery')}>
              {nextDelivery === null ? t('deliveryNone') : <When at={nextDelivery} person={person} isMe={isMe} />}
            </Fact>
          )}
        </dl>
      </Sheet>
      <Sheet
        title={t('now')}
        foot={
          isMe && (
            <Button small onClick={() => setChanging(true)}>
              {t('change')}
            </Button>
          )
        }
      >
        <dl className="facts">
          <Fact label={t('capacity')}>{untilText(t(capacities[person.capacity]), person.capacityUntil)}</Fact>
          <Fact label={t('status')}>{person.status === '' ? t('statusNone') : untilText(person.status, person.statusUntil)}</Fact>
          <OnCallFact person={person} />
          <Fact label={t('role')}>{t(roles[person.role])}</Fact>
          {person.email !== null && <Fact label={t('email')}>{person.email}</Fact>}
        </dl>
      </Sheet>
      <WorksIn person={person} isMe={isMe} />
      {(isChanging || (isMe && hash === NOW)) && <StandingDialog person={person} onClose={close} />}
    </aside>
  )
}

/** Of whoever is on shift now, in which rotation and until when. */
function OnCallFact({ person }: { person: Person }) {
  const now = useNow()
  const zone = useMyZone()
  const { data } = useWhole(listRotations, { limit: 100 }, { staleTime: 60_000 })
  const turns = (data?.items ?? []).flatMap(({ slug, name, onShift }) =>
    onShift.filter((turn) => turn.person.handle === person.handle).map(({ layer, until }) => ({ slug, name, layer, until })),
  )
  if (turns.length === 0) return null
  return (
    <Fact label={t('onCall')}>
      {turns.map(({ slug, name, layer, until }) => (
        <Link key={`${slug}${String(layer)}`} className="link" to="/rotations/$slug" params={{ slug }}>
          {t('until', { what: name, time: formatSoon(until, { zone, now }) })}
        </Link>
      ))}
    </Fact>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  )
}

/** Until the end of a day, where that is when it ends; else until a time. */
function sayUntil(what: string, until: string, manner: { zone: string; now: Temporal.Instant }): string {
  const last = lastDateOf(until, manner.zone)
  if (endOf(last, manner.zone) !== until) return t('until', { what, time: formatSoon(until, manner) })
  return t('untilEndOf', { what, day: formatNearDay(Temporal.Instant.from(until).subtract({ hours: 1 }), manner) })
}

/** A moment in the reader's time and, where that is another, in theirs. */
function When({ at, person, isMe }: { at: string; person: Person; isMe: boolean }) {
  const now = useNow()
  const zone = useMyZone()
  if (millisecondsOf(at) <= now.epochMilliseconds) return t('readsNow')
  const mine = t('soon', { time: capital(formatSoon(at, { zone, now })), span: formatFromNow(at, now) })
  if (isMe || zone === person.timeZone) return mine
  return (
    <>
      {mine}
      <small>{formatTheirs(at, { zone: person.timeZone, now })}</small>
    </>
  )
}
