import { formatRow } from '#platform/text/format-span.ts'
import { useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatDate, formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import type { Rotation } from '../contract/rotations.ts'
import { listShifts } from '../contract/shifts.ts'
import { PlanDialog } from './plan-dialog.tsx'
import { t } from './rotation-texts.ts'
import { ShiftDialog } from './shift-dialog.tsx'
import { ShiftLanes } from './shift-lanes.tsx'
import { twoWeeks } from './shift-lanes-layout.ts'
import { ShiftRow } from './shift-row.tsx'
import { useMe, useMyZone } from './use-me.ts'

/** Two weeks of a rotation's shifts: drawn, its gaps named, and each shift in words with what can be done about it. */
export function RotationShifts({ rotation }: { rotation: Rotation }) {
  const now = useNow()
  const zone = useMyZone()
  const me = useMe()?.person.handle
  const [weeks, setWeeks] = useState(0)
  const [dialog, setDialog] = useState<'shift' | 'plan' | null>(null)
  const range = twoWeeks(now, { zone, weeks })
  const { data, error } = useAnswer(listShifts, { slug: rotation.slug, from: range.start, to: range.end }, { keepLast: true })
  const manner = { zone, now }
  const last = range.days.at(-1) ?? range.start
  const gaps = data?.gaps.filter(({ end }) => Temporal.Instant.compare(end, now) > 0) ?? []
  return (
    <section aria-label={t('shifts')}>
      <div className="duty__head">
        <h2 className="sec">
          {t('shifts')} <span>{t('weeks', { from: formatDate(range.start, manner), to: formatDate(last, manner) })}</span>
        </h2>
        <span className="acts">
          <Button small icon="chevron-left" aria-label={t('previous')} onClick={() => setWeeks(weeks - 2)} />
          <Button small onClick={() => setWeeks(0)}>
            {t('thisWeek')}
          </Button>
          <Button small icon="chevron-right" aria-label={t('next')} onClick={() => setWeeks(weeks + 2)} />
        </span>
      </div>
      {error && !data && <Notice tone="stop">{error.message}</Notice>}
      {!data && !error && <Skeleton shape="rows" count={3} />}
      {data && (
        <>
          <ShiftLanes shifts={data.items} gaps={data.gaps} range={range} me={me} />
          {gaps.length === 0 ? (
            <p className="quiet">{t('noGaps')}</p>
          ) : (
            <Notice>
              {t('gaps', { count: gaps.length })}.{' '}
              {formatRow(
                gaps.map(({ start, end }) => t('gap', { from: formatSoon(start, manner), to: formatSoon(end, manner) })),
                'sentences',
              )}
              .
            </Notice>
          )}
          {rotation.may.change && (
            <p className="acts duty__acts">
              <Button icon="plus" onClick={() => setDialog('shift')}>
                {t('addShift')}
              </Button>
              <Button icon="calendar-days" onClick={() => setDialog('plan')}>
                {t('plan')}
              </Button>
            </p>
          )}
          {data.items.length === 0 && <p className="quiet">{t('noShifts')}</p>}
          <ul className="rows">
            {data.items.map((shift) => (
              <ShiftRow key={shift.id} shift={shift} rotation={rotation} me={me} />
            ))}
          </ul>
        </>
      )}
      {dialog === 'shift' && <ShiftDialog rotation={rotation} onClose={() => setDialog(null)} />}
      {dialog === 'plan' && <PlanDialog rotation={rotation} onClose={() => setDialog(null)} />}
    </section>
  )
}
