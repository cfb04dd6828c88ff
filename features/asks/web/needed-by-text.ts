import type { RequestOf } from '#platform/contract/endpoint.ts'
import { formatDate, formatSoon } from '#platform/text/format-time.ts'
import type { Moment } from '#platform/text/moment.ts'
import type { moveAsk } from '../contract/asks.ts'
import { t } from './texts.ts'

export type NeededByAsked = RequestOf<typeof moveAsk>['neededBy']

/** A needed-by as it was chosen, in words; `zone` is where an instant is told. */
export function neededByText(neededBy: NeededByAsked, { zone, now }: { zone: string; now: Moment }): string {
  if (neededBy === 'whenever') return t('neededWhenever')
  if ('in' in neededBy) return neededBy.in === 0 ? t('neededToday') : t('neededDays', { count: neededBy.in })
  if ('on' in neededBy) return t('neededOn', { date: formatDate(`${neededBy.on}T12:00:00Z`, { zone: 'UTC', now }) })
  return t('neededAt', { time: formatSoon(neededBy.at, { zone, now }) })
}
