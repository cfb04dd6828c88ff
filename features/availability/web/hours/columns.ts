import { formatWeekdayName } from '#platform/text/format-time.ts'
import { weekdaysInOrder } from '#platform/text/week.ts'
import type { CalendarForm } from '../calendar-form.ts'
import { type Block, blockOf, DAY } from './blocks.ts'

export const kinds = ['work', 'focus', 'away'] as const
export type Kind = (typeof kinds)[number]

/** A stretch that is drawn and cannot be taken hold of. */
export interface Piece {
  readonly kind: Kind
  readonly start: number
  readonly end: number
}

/** The part of a block of the day before that lies past midnight. */
export interface Tail extends Piece {
  /** The column it is of, and which block of its kind there. */
  readonly of: string
  readonly index: number
}

/** A day as it is drawn and edited: a weekday of the usual week, or a date. */
export interface Column {
  /** `1` to `7`, or `2026-12-24`. */
  readonly key: string
  /** `Tuesday`, `Thursday 24 December`. */
  readonly name: string
  readonly short: string
  /** Beside the short name: the day of the month. */
  readonly number?: string
  /** What is said of it in its head, the most telling first. */
  readonly marks: readonly string[]
  readonly isToday?: boolean
  /** Minutes after midnight: the time it is, where this is today, and when deliveries come. */
  readonly now?: number
  readonly deliveries?: readonly number[]
  readonly blocks: Readonly<Record<Kind, readonly Block[]>>
  readonly fixed: readonly Piece[]
  readonly tails: readonly Tail[]
}

/** Where a block stands. */
export interface Place {
  readonly key: string
  readonly kind: Kind
}

/** What has the focus in the week: a day, or a block of it by kind and start. */
export interface Spot {
  readonly key: string
  readonly kind?: Kind
  readonly start?: number
}

/** The usual week, from the reader's first day on. */
export function columnsOfWeek({ weekly, focus }: CalendarForm): Column[] {
  const columns = weekdaysInOrder().map((weekday) => {
    const key = String(weekday)
    const name = formatWeekdayName(weekday)
    const blocks = { work: (weekly[key] ?? []).map(blockOf), focus: (focus.weekly[key] ?? []).map(blockOf), away: [] }
    return { key, name, short: formatWeekdayName(weekday, 'short'), marks: [], blocks, fixed: [], tails: [] }
  })
  return columns.map((column, index) => ({ ...column, tails: tailsOf(columns.at(index - 1)) }))
}

/** What of a day runs into the next. */
export function tailsOf(column: Pick<Column, 'key' | 'blocks'> | undefined): Tail[] {
  if (!column) return []
  return kinds.flatMap((kind) =>
    column.blocks[kind].flatMap(({ end }, index) => (end > DAY ? [{ kind, start: 0, end: end - DAY, of: column.key, index }] : [])),
  )
}

/** Whether nothing is set on any of these days. */
export function isBare(columns: readonly Column[]): boolean {
  return columns.every(({ blocks }) => blocks.work.length === 0)
}
