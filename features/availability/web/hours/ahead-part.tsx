import { useMemo } from 'react'
import { capital } from '#platform/text/cases.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatFromNow } from '#platform/text/format-span.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Notice } from '#ui/notice.tsx'
import type { CalendarForm } from '../calendar-form.ts'
import { aheadOf, type Moment } from './ahead.ts'
import { t } from './ahead-texts.ts'

/** The next deliveries as they would be with what stands on the page, saved or not. */
export function AheadPart({ calendar, isChanged }: { calendar: CalendarForm; isChanged: boolean }) {
  const now = useNow()
  const { deliveries, comes, due, warning } = useMemo(() => aheadOf(calendar, now.epochMilliseconds), [calendar, now])
  const isAbroad = [...deliveries, comes].some((moment) => moment && moment.zone !== calendar.timeZone)
  const time = ({ at, zone }: Moment): string => formatSoon(at, { zone, now })
  const text = (moment: Moment): string => (isAbroad ? t('inCity', { time: time(moment), city: zoneCity(moment.zone) }) : time(moment))
  return (
    <div className="ahead">
      {warning && <Notice>{t(warning)}</Notice>}
      {deliveries.length > 0 && (
        <ol className="ahead__list" aria-label={t('next')}>
          {deliveries.map((moment) => (
            <li key={moment.at} className="num">
              <b>{capital(time(moment))}</b>
              <small>
                {isAbroad
                  ? t('cityAndSpan', { city: zoneCity(moment.zone), span: formatFromNow(moment.at, now) })
                  : formatFromNow(moment.at, now)}
              </small>
            </li>
          ))}
        </ol>
      )}
      {comes && (
        <p className="ahead__ask">{due ? t('askDue', { comes: text(comes), due: text(due) }) : t('ask', { comes: text(comes) })}</p>
      )}
      <p className="hint">{isChanged ? t('unsaved') : t('asSaved')}</p>
    </div>
  )
}
