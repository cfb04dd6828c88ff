import { DAY as DAY_MS, MINUTE, dateOf, dayOf, weekdayOf } from '../../rules/dates.ts'
import { type Resolved, zoneOf } from '../../rules/resolve.ts'
import { instantText } from '../../rules/wire.ts'
import { instantAt } from '../../rules/zones.ts'
import { type CalendarForm, type Interval, withHours } from '../calendar-form.ts'
import { type Block, inOrder, intervalOf } from './blocks.ts'
import type { Place } from './columns.ts'
import { entriesOn } from './date-columns.ts'

/** The blocks of one kind that a day has from now on. */
export interface Change extends Place {
  readonly blocks: readonly Block[]
}

/** The calendar with what a day has of one kind replaced. On a date, hours become its own, unless they are those of its weekday. */
export function withBlocks(calendar: CalendarForm, r: Resolved, { key, kind, blocks }: Change): CalendarForm {
  const intervals = inOrder(blocks).map(intervalOf)
  if (key.length > 1) return kind === 'work' ? withOverride(calendar, key, intervals) : withEntries(calendar, r, { key, kind, blocks })
  if (kind === 'work') return { ...calendar, weekly: withHours(calendar.weekly, key, { intervals }) }
  return { ...calendar, focus: { ...calendar.focus, weekly: withHours(calendar.focus.weekly, key, { intervals }) } }
}

/** A date with hours of its own; with those of its weekday it is a usual one again. */
export function withOverride(calendar: CalendarForm, date: string, intervals: readonly Interval[]): CalendarForm {
  const isUsual = JSON.stringify(intervals) === JSON.stringify(calendar.weekly[weekdayKey(date)] ?? [])
  if (isUsual) return asUsual(calendar, date)
  return { ...calendar, overrides: withHours(calendar.overrides, date, { intervals, keepEmpty: true }) }
}

/** A date without hours of its own. */
export function asUsual(calendar: CalendarForm, date: string): CalendarForm {
  return { ...calendar, overrides: withHours(calendar.overrides, date, { intervals: [] }) }
}

/** What holds on one date, on every such weekday. */
export function everyWeek(calendar: CalendarForm, date: string): CalendarForm {
  const intervals = calendar.overrides[date]
  if (!intervals) return calendar
  return asUsual({ ...calendar, weekly: withHours(calendar.weekly, weekdayKey(date), { intervals }) }, date)
}

/** Hours and focus of one weekday on others as well. */
export function copyDay(calendar: CalendarForm, from: string, to: readonly string[]): CalendarForm {
  const put = (hours: CalendarForm['weekly']) =>
    to.reduce((copied, day) => withHours(copied, day, { intervals: hours[from] ?? [] }), { ...hours } as Record<string, Interval[]>)
  return { ...calendar, weekly: put(calendar.weekly), focus: { ...calendar.focus, weekly: put(calendar.focus.weekly) } }
}

/** Away on a whole date as well: an absence that ends the day before, or begins the day after, grows by it. */
export function awayOn(calendar: CalendarForm, date: string): CalendarForm {
  const [before, after] = [dateOf(dayOf(date) - 1), dateOf(dayOf(date) + 1)]
  const next = calendar.away.findIndex((entry) => 'from' in entry && (entry.to === before || entry.from === after))
  const away = calendar.away.map((entry, index) => {
    if (index !== next || !('from' in entry)) return entry
    return entry.to === before ? { ...entry, to: date } : { ...entry, from: date }
  })
  return { ...calendar, away: next < 0 ? [...away, { from: date, to: date }] : away }
}

/** There on a date: absences of whole days end before it and go on after it. */
export function thereOn(calendar: CalendarForm, date: string): CalendarForm {
  const [before, after] = [dateOf(dayOf(date) - 1), dateOf(dayOf(date) + 1)]
  const away = calendar.away.flatMap((entry) => {
    if (!('from' in entry) || date < entry.from || date > entry.to) return [entry]
    return [
      { ...entry, to: before },
      { ...entry, from: after },
    ].filter(({ from, to }) => from <= to)
  })
  return { ...calendar, away }
}

function withEntries(calendar: CalendarForm, r: Resolved, { key, kind, blocks }: Change): CalendarForm {
  const day = dayOf(key)
  const at = (minutes: number): string => instantText(instantAt(zoneOf(r, day), day * DAY_MS + minutes * MINUTE))
  const put = <Entry extends object>(entries: readonly Entry[]): (Entry | { start: string; end: string })[] => {
    const known = new Map(entriesOn(r, day, entries).map((block) => [block.entry, block]))
    const kept = entries.flatMap((entry, index) => {
      const block = blocks.find((each) => each.entry === index)
      const before = known.get(index)
      if (!block) return before ? [] : [entry]
      return before?.start === block.start && before.end === block.end
        ? [entry]
        : [{ ...entry, start: at(block.start), end: at(block.end) }]
    })
    const added = blocks.filter(({ entry }) => entry === undefined).map(({ start, end }) => ({ start: at(start), end: at(end) }))
    return [...kept, ...added]
  }
  if (kind === 'away') return { ...calendar, away: put(calendar.away) }
  return { ...calendar, focus: { ...calendar.focus, blocks: put(calendar.focus.blocks) } }
}

const weekdayKey = (date: string): string => String(weekdayOf(dayOf(date)))
