import type { ReactNode } from 'react'
import { formatDateTime } from '#platform/text/format-time.ts'
import { type Manner, millisecondsOf, type Moment } from '#platform/text/moment.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { t } from './texts.ts'

/** A moment in words, which says in full, to a pointer, when and where that is. */
export function Time({ at, manner, children }: { at: Moment; manner: Manner; children: ReactNode }) {
  const instant = new Date(millisecondsOf(at)).toISOString()
  return (
    <time dateTime={instant} title={t('inCity', { time: formatDateTime(at, manner), city: zoneCity(manner.zone) })}>
      {children}
    </time>
  )
}
