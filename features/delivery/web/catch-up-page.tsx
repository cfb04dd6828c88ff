import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Ask } from '#features/asks/contract/ask.ts'
import { AskRow } from '#features/asks/web/ask-row.tsx'
import { saidIn } from '#features/asks/web/said-in.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { ThreadRow } from '#features/threads/web/thread-row.tsx'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { formatDate, formatSoon } from '#platform/text/format-time.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { catchUp, getCatchUp, getToday } from '../contract/today.ts'
import { t } from './catch-up-texts.ts'

type CatchUp = OutputOf<typeof getCatchUp>

/** What happened around the reader while they were away: what waits, what was settled, what was concluded. */
export function CatchUpPage() {
  const { data, error, refetch } = useAnswer(getCatchUp, {})
  if (data?.absence) return <CatchUpView {...data} absence={data.absence} />
  if (data) {
    return (
      <Empty
        whole
        title={t('none')}
        act={
          <Link className={buttonClass()} to="/">
            {t('toToday')}
          </Link>
        }
      >
        {t('noneMore')}
      </Empty>
    )
  }
  if (error) {
    return (
      <Empty whole title={t('failed')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  return (
    <div className="wrap">
      <Skeleton shape="rows" />
    </div>
  )
}

function CatchUpView(caught: CatchUp & { absence: NonNullable<CatchUp['absence']> }) {
  const { absence, caughtUp, waits, settled, concluded } = caught
  const now = useNow()
  const zone = useMyZone()
  const close = useSend(catchUp, { refreshes: [getCatchUp, getToday] })
  const days = new Map(caught.days.map((day) => [day.handle, day]))
  return (
    <div className="wrap">
      <header className="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="lede">
            {t('since', { from: formatDate(absence.from, { zone, now }), back: formatSoon(absence.back, { zone, now }) })}{' '}
            {caughtUp && t('caughtUp')}
          </p>
        </div>
        {!caughtUp && (
          <span className="acts">
            <Button busy={close.isPending} onClick={() => close.mutate({})}>
              {t('close')}
            </Button>
          </span>
        )}
      </header>
      <Part title={t('waits')} more={waits.length > 0 && t('waitsMore', { count: waits.length })} none={t('waitsNone')}>
        <div className="asks">
          {waits.map((ask) => (
            <AskRow key={ask.id} ask={ask} day={days.get(ask.from.handle)} />
          ))}
        </div>
      </Part>
      <Part title={t('settled')} more={settled.length > 0 && t('settledMore', { count: settled.length })} none={t('settledNone')}>
        <ul className="rows">
          {settled.map((ask) => (
            <SettledRow key={ask.id} ask={ask} />
          ))}
        </ul>
      </Part>
      <Part title={t('concluded')} more={concluded.length > 0 && t('concludedMore', { count: concluded.length })} none={t('concludedNone')}>
        <ul className="rows">
          {concluded.map((thread) => (
            <ThreadRow key={thread.number} thread={thread} days={days} />
          ))}
        </ul>
      </Part>
      <p className="cut">
        <Link to="/inbox">{t('rest')}</Link>
      </p>
    </div>
  )
}

/** What stands there and how much of it; `more` is false when there is nothing. */
function Part({ title, more, none, children }: { title: string; more: string | false; none: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="sec sec--next">
        {title} {more !== false && <span>{more}</span>}
      </h2>
      {more === false ? <p className="quiet">{none}</p> : children}
    </section>
  )
}

function SettledRow({ ask }: { ask: Ask }) {
  const end = useEnd(ask)
  return (
    <li className="row row--thread">
      <Icon name={ask.state === 'open' ? 'hourglass' : 'circle-check'} />
      <div>
        <Link className="row__t" to="/threads/$number" params={{ number: String(ask.number) }} hash={`ask-${ask.id}`} dir="auto">
          {saidIn(ask)}
        </Link>
        <p className="row__s" dir="auto">
          {t('asked', { name: ask.from.name })} {end}
        </p>
      </div>
    </li>
  )
}

const ends = { answered: 'answered', declined: 'declined', withdrawn: 'withdrawn', expired: 'expired' } as const

/** Who settled it and when, or has it now. */
function useEnd({ state, settled, owner }: Ask): string {
  const now = useNow()
  const zone = useMyZone()
  if (state === 'open') return t('taken', { name: owner.name })
  const time = settled ? formatSoon(settled.at, { zone, now }) : ''
  return t(ends[state], { name: settled?.by?.name ?? '', time })
}
