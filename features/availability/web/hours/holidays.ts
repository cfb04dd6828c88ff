import { formatRow } from '#platform/text/format-span.ts'
import { dateOf, dayOf } from '../../rules/dates.ts'
import type { CalendarForm } from '../calendar-form.ts'
import { absenceOn, hoursOn } from './date-columns.ts'
import type { NamedDay } from './named-days.ts'

/** What a day of a file is in a calendar: to be taken off, off already, not worked anyway, or with hours somebody chose. */
export type Standing = 'worked' | 'off' | 'free' | 'chosen'

export interface Holiday extends NamedDay {
  readonly standing: Standing
}

/** The days of a file beside what the calendar says of them; each date once, under all its names. */
export function holidaysIn(calendar: CalendarForm, days: readonly NamedDay[]): Holiday[] {
  const byDate = Map.groupBy(days, ({ date }) => date)
  return [...byDate.values()].flatMap((all) => {
    const [first] = all
    if (!first) return []
    return [{ ...first, name: formatRow([...new Set(all.map(({ name }) => name))]), standing: standingOf(calendar, first.date) }]
  })
}

/**
 * The calendar with the chosen days off: a day alone has no hours; days of one event that follow each other are an absence, with what is free
 * between them. What is off stays as it is.
 */
export function takenOff(calendar: CalendarForm, holidays: readonly Holiday[], chosen: ReadonlySet<string>): CalendarForm {
  return runsOf(holidays.filter((holiday) => chosen.has(holiday.date) || !canBeTaken(holiday))).reduce((changed, run) => {
    const wanted = run.filter(canBeTaken)
    const [first, last] = [wanted[0], wanted.at(-1)]
    if (!first || !last) return changed
    if (first !== last) return { ...changed, away: [...changed.away, { from: first.date, to: last.date }] }
    return { ...changed, overrides: { ...changed.overrides, [first.date]: [] } }
  }, calendar)
}

/** Whether a day is worked until it is taken off. */
export function canBeTaken({ standing }: Holiday): boolean {
  return standing === 'worked' || standing === 'chosen'
}

function standingOf(calendar: CalendarForm, date: string): Standing {
  if (absenceOn(calendar, date)) return 'off'
  const own = calendar.overrides[date]
  if (own) return own.length === 0 ? 'off' : 'chosen'
  return hoursOn(calendar, date).length === 0 ? 'free' : 'worked'
}

function runsOf(holidays: readonly Holiday[]): Holiday[][] {
  const runs: Holiday[][] = []
  for (const holiday of holidays) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && last.group === holiday.group && dateOf(dayOf(last.date) + 1) === holiday.date) run.push(holiday)
    else runs.push([holiday])
  }
  return runs
}
