import { capital } from '#platform/text/cases.ts'
import type { ReactNode } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { formatDuration, formatList } from '#platform/text/format-span.ts'
import { formatNearDay, formatRange, formatTime } from '#platform/text/format-time.ts'
import { hoursAhead, millisecondsOf } from '#platform/text/moment.ts'
import type { Day } from '../contract/days.ts'
import { t } from './people-texts.ts'
import { useMyZone } from './use-me.ts'
import type { Overlap, SharedHourSearch } from './use-shared-hour.ts'

interface OptionsProps {
  readonly overlap: Overlap
  readonly search: Pick<SharedHourSearch, 'picked' | 'days'>
  readonly me: string
}

type Span = Day['focus'][number]

const SHOWN = 3
const NAMED = 5
const MINUTE = 60_000

/** The first times that suit all; where there is none, those that cost least. */
export function SharedHourOptions({ overlap, search: { picked, days }, me }: OptionsProps) {
  const others = picked.flatMap((handle) => (handle === me ? [] : (days.get(handle) ?? [])))
  const all = picked.flatMap((handle) => days.get(handle) ?? [])
  return (
    <ol className="opts">
      {overlap.stretches.slice(0, SHOWN).map((stretch) => (
        <Option key={stretch.start} span={stretch} aside={t('allIn', { count: picked.length })}>
          {t('listed', { list: named(timesOf(stretch.start, others)) })} {focusText(stretch, all)}
        </Option>
      ))}
      {overlap.leastBad.map((slot) => (
        <Option key={slot.start} span={slot} aside={t('noShared')}>
          {t('outside', { list: named(outside(slot, days)) })}
        </Option>
      ))}
    </ol>
  )
}

function Option({ span, aside, children }: { span: Span; aside: string; children: ReactNode }) {
  const now = useNow()
  const zone = useMyZone()
  const said = { day: capital(formatNearDay(span.start, { zone, now })), range: formatRange(span.start, span.end, { zone }) }
  return (
    <li className="opt">
      <h3 className="num">
        {t('option', said)} <span>{aside}</span>
      </h3>
      <p className="num">{children}</p>
    </li>
  )
}

/** Whose clock shows what then, the earliest first. */
function timesOf(start: string, days: readonly Day[]): string[] {
  const sorted = days.toSorted((one, other) => hoursAhead(start, one.timeZone, other.timeZone))
  return sorted.map((day) => t('nameAt', { name: firstName(day), time: timeOf(start, day) }))
}

function outside({ start, outOfHours }: Overlap['leastBad'][number], days: ReadonlyMap<string, Day>): string[] {
  return Object.entries(outOfHours).flatMap(([handle, minutes]) => {
    const day = days.get(handle)
    return day ? t('nameOutside', { name: firstName(day), time: timeOf(start, day), span: formatDuration(minutes) }) : []
  })
}

/** Whose focus a meeting at this time would touch, and for how long. */
function focusText(span: Span, days: readonly Day[]): string {
  const touched = days.flatMap((day) => {
    const minutes = day.focus.reduce((sum, focus) => sum + sharedMinutes(focus, span), 0)
    return minutes > 0 ? t('nameFor', { name: firstName(day), span: formatDuration(minutes) }) : []
  })
  return touched.length === 0 ? t('focusFree') : t('focusTouched', { list: named(touched) })
}

function sharedMinutes(one: Span, other: Span): number {
  const start = Math.max(millisecondsOf(one.start), millisecondsOf(other.start))
  const end = Math.min(millisecondsOf(one.end), millisecondsOf(other.end))
  return Math.max(0, (end - start) / MINUTE)
}

function named(list: readonly string[]): string {
  const rest = list.length - NAMED
  return formatList(rest > 0 ? [...list.slice(0, NAMED), t('othersMore', { count: rest })] : list)
}

function timeOf(instant: string, day: Day): string {
  return formatTime(instant, { zone: day.timeZone })
}

function firstName({ name }: Day): string {
  return name.split(' ')[0] ?? name
}
