/** A day off by name; days of one event share a group. */
export interface NamedDay {
  readonly date: string
  readonly name: string
  readonly group: string
}

export interface Skipped {
  /** From 1. */
  readonly line: number
  readonly why: 'timed' | 'noDate' | 'cancelled' | 'badEnd' | 'repeats' | 'ambiguous'
}

export interface HolidayFile {
  readonly days: readonly NamedDay[]
  readonly skipped: readonly Skipped[]
}

export const MOST_DAYS = 800

/** Whether a text is a date that there is. */
export function isDate(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}
