import { formatHour } from '#platform/text/format-time.ts'
import { timeText } from '#platform/text/time-texts.ts'
import type { Day } from '../contract/days.ts'
import { coverage, firstWith } from './coverage.ts'
import type { Axis } from './lane-hours.ts'
import { spelled, t } from './people-texts.ts'

const STEP = 7
const HIGHEST = 35

/** Below the lanes: how many work at once through the reader's day. */
export function Coverage({ days, axis }: { days: readonly Day[]; axis: Axis }) {
  const counts = coverage(days, axis)
  const most = Math.max(...counts)
  const step = Math.min(STEP, HIGHEST / Math.max(most, 1))
  const all = firstWith(counts, days.length)
  const word = spelled(days.length)
  return (
    <div className="lane lane--cover">
      <p className="lane__who">
        <span>
          {t('coverage')}
          <small>{t('coverageMost', { most, count: days.length })}</small>
        </span>
      </p>
      <div className="cover" role="img" aria-label={t('coverageLabel', { least: Math.min(...counts), most })}>
        {counts.map((count, index) => (
          <i key={index} className={count === 0 ? 'is-none' : ''} style={{ height: `${String(count * step)}px` }} />
        ))}
      </div>
      <p className="lane__reads quiet">
        {all === null
          ? t('noHour', { word })
          : t('allAt', { word, hours: timeText('range', { from: formatHour(all.from), to: formatHour(all.to) }) })}
      </p>
    </div>
  )
}
