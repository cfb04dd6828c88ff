import { Link } from '@tanstack/react-router'
import { handleOf } from '#features/asks/rules/owner.ts'
import { AskRow } from '#features/asks/web/ask-row.tsx'
import { TakeButton } from '#features/asks/web/take-button.tsx'
import { WaitingRow } from '#features/asks/web/waiting-row.tsx'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatDate, formatLongDate, formatRange, formatSoon, formatTime } from '#platform/text/format-time.ts'
import { millisecondsOf } from '#platform/text/moment.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { type Today, getToday } from '../contract/today.ts'
import { HeldSheet } from './held-sheet.tsx'
import { MyDay } from './my-day.tsx'
import { NeedsYou } from './needs-you.tsx'
import { t } from './texts.ts'

/** The reader's day: what needs them by when it is due, whom they wait for, what is held. */
export function TodayPage() {
  const { data, error, refetch } = useAnswer(getToday, {})
  if (data) return <TodayView today={data} />
  if (error) {
    return (
      <Empty whole title={t('failedTitle')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
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

function TodayView({ today }: { today: Today }) {
  const now = useNow()
  const { day, needsYou, toTake, waitingOn, held, focus } = today
  const manner = { zone: day.zone, now }
  const days = new Map(today.days.map((each) => [each.handle, each]))
  // The one they are in, else the next of their day.
  const shown = focus ?? day.focus.find(({ start }) => millisecondsOf(start) > millisecondsOf(now))
  const next = held.nextDelivery ?? days.get(today.me.handle)?.nextDelivery ?? null
  return (
    <div className="wrap today">
      <header className="hello">
        <h1>{formatLongDate(now, manner)}</h1>
        <p>{lede(today)}</p>
      </header>
      {!today.me.hoursSet && (
        <Notice
          tone="plain"
          icon="clock"
          acts={
            <Link className="btn btn--sm" to="/settings/hours">
              {t('setHours')}
            </Link>
          }
        >
          {t('hoursNotSet')}
        </Notice>
      )}
      {today.back && (
        <Notice
          tone="plain"
          icon="sun"
          acts={
            <Link className="btn btn--sm" to="/catch-up">
              {t('catchUp')}
            </Link>
          }
        >
          {t('wereAway', { date: formatDate(today.back.from, manner) })}
        </Notice>
      )}
      <MyDay day={day} asks={needsYou} />
      <div className="cols">
        <div>
          <h2 className="sec">
            {t('needsYou')} {needsYou.length > 0 && <span>{t('needsYouMore', { count: needsYou.length })}</span>}
          </h2>
          {needsYou.length > 0 ? <NeedsYou asks={needsYou} days={days} /> : <NothingNow next={next} zone={day.zone} />}
          {toTake.length > 0 && (
            <>
              <h2 className="sec sec--next">
                {t('toTake')} <span>{t('toTakeMore', { count: toTake.length })}</span>
              </h2>
              <div className="asks">
                {toTake.map((ask) => (
                  <AskRow key={ask.id} ask={ask} day={days.get(ask.from.handle)} acts={<TakeButton ask={ask} refreshes={[getToday]} />} />
                ))}
              </div>
            </>
          )}
          <h2 className="sec sec--next">
            {t('waiting')} {waitingOn.length > 0 && <span>{t('waitingMore', { count: waitingOn.length })}</span>}
          </h2>
          {waitingOn.length > 0 ? (
            <div className="asks">
              {waitingOn.map((ask) => (
                <WaitingRow key={ask.id} ask={ask} day={days.get(handleOf(ask.owner) ?? '')} />
              ))}
            </div>
          ) : (
            <p className="quiet">{t('waitingNone')}</p>
          )}
        </div>
        <div>
          <HeldSheet held={held} next={next} focus={day.focus} />
          {shown && (
            <Sheet title={t('focus')}>
              <p className="big big--time num">{formatRange(shown.start, shown.end, manner)}</p>
              <p className="fline">
                <Icon name="siren" />
                <span>{focus ? t('focusUntil', { time: formatTime(focus.end, manner) }) : t('focusThen')}</span>
              </p>
            </Sheet>
          )}
        </div>
      </div>
    </div>
  )
}

function NothingNow({ next, zone }: { next: string | null; zone: string }) {
  const now = useNow()
  return (
    <Empty
      title={t('empty')}
      act={
        <Link className="btn" to="/threads/new">
          {t('ask')}
        </Link>
      }
    >
      {next ? t('emptyNext', { time: formatSoon(next, { zone, now }) }) : t('emptyNothing')}
    </Empty>
  )
}

/** The day in a sentence: what is due before it ends, and how much is later. */
function lede({ day, needsYou }: Today): string {
  const end = Math.max(...day.working.map((span) => millisecondsOf(span.end)), millisecondsOf(day.now))
  const before = needsYou.filter((ask) => ask.due !== null && millisecondsOf(ask.due) <= end).length
  const later = needsYou.length - before
  if (needsYou.length === 0) return t('ledeNone')
  if (before === 0) return t('ledeLater', { count: later })
  return later === 0
    ? t('ledeToday', { count: before })
    : t('ledeBoth', { today: t('ledeToday', { count: before }), later: t('andLater', { count: later }) })
}
