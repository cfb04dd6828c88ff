import type { CalendarForm } from '../calendar-form.ts'

export type CalendarPart = keyof CalendarForm
const parts = [
  'timeZone',
  'weekly',
  'focus',
  'overrides',
  'away',
  'travel',
  'deliveries',
  'urgentOutside',
] as const satisfies CalendarPart[]

/** Whether two calendars, or parts of them, say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOrderOfKeys) === JSON.stringify(other, inOrderOfKeys)
}

/** Which parts of two calendars differ. */
export function differing(one: CalendarForm, other: CalendarForm): CalendarPart[] {
  return parts.filter((part) => !isSame(one[part], other[part]))
}

export interface Joined {
  /** What was changed here, over what was changed elsewhere. */
  readonly calendar: CalendarForm
  /** Parts that were changed in both places. */
  readonly both: readonly CalendarPart[]
}

/** Two changes of one calendar brought together, part by part. */
export function join(base: CalendarForm, mine: CalendarForm, theirs: CalendarForm): Joined {
  const here = new Set(differing(base, mine))
  const both = differing(base, theirs).filter((part) => here.has(part) && !isSame(mine[part], theirs[part]))
  const changed = Object.fromEntries([...here].map((part) => [part, mine[part]]))
  return { calendar: { ...theirs, ...changed }, both }
}

const HOURS_A_DATE = 12
const most = { overrides: 400, away: 100, travel: 50, focus: 200 } as const

export type Refusal = { readonly day: string } | { readonly count: number }

/** What a calendar holds too much of: stretches of one day, or entries of one kind; null when it all fits. */
export function refusalOf({ weekly, focus, overrides, away, travel }: CalendarForm): Refusal | null {
  const days = [...Object.entries(weekly), ...Object.entries(focus.weekly), ...Object.entries(overrides)]
  const full = days.find(([, hours]) => hours.length > HOURS_A_DATE)
  if (full) return { day: full[0] }
  const counts = [
    [Object.keys(overrides).length, most.overrides],
    [away.length, most.away],
    [travel.length, most.travel],
    [focus.blocks.length, most.focus],
  ] as const
  const over = counts.find(([count, limit]) => count > limit)
  return over ? { count: over[1] } : null
}

/** A calendar without the entries that are still being typed, so that it can be reckoned with. */
export function sound(calendar: CalendarForm): CalendarForm {
  return {
    ...calendar,
    travel: calendar.travel.filter(({ from }) => isDate(from)),
    away: calendar.away.filter((entry) => !('from' in entry) || (isDate(entry.from) && isDate(entry.to) && entry.from <= entry.to)),
  }
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

function inOrderOfKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
