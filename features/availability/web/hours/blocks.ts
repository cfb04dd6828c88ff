import type { Interval } from '../calendar-form.ts'

export const DAY = 1_440
/** How many stretches of one kind a date holds. */
export const MOST = 12
/** What a drag or a key moves by, in minutes; finer with Shift or Alt while dragging. */
export const STEP = 15
export const FINE = 5

/** A stretch of one date in minutes after its midnight; one that ends above 1440 runs into the next day and belongs to the date it starts on. */
export interface Block {
  readonly start: number
  readonly end: number
  /** Of what is kept by instants: which entry it is. */
  readonly entry?: number
}

/** What one moves: all of a block, or one of its ends. */
export type Part = 'whole' | 'start' | 'end'

/** A stretch as it is kept as a block. */
export function blockOf([from, to]: Interval): Block {
  const [start, end] = [minutesOf(from), minutesOf(to)]
  return { start, end: end > start ? end : end + DAY }
}

/** A block as the stretch that is kept. */
export function intervalOf({ start, end }: Block): Interval {
  return [timeOf(start), end === DAY ? '24:00' : timeOf(end)]
}

/** Minutes as the time of day they fall on. */
function timeOf(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

/** The nearest step. */
export function snap(minutes: number, step: number): number {
  return Math.round(minutes / step) * step
}

/** The block between where a drag began and where it is, at least one step long. */
export function drawn(anchor: number, at: number, step: number): Block {
  const from = Math.floor(Math.min(anchor, at) / step) * step
  const to = Math.ceil(Math.max(anchor, at) / step) * step
  const start = clamp(from, 0, DAY - step)
  return { start, end: clamp(to, start + step, start + DAY) }
}

/** A block moved by so many minutes, or one of its ends: it starts on its own date, and is at least `step` and at most a day long. */
export function moved(block: Block, part: Part, { by, step }: { by: number; step: number }): Block {
  const { start, end } = block
  if (part === 'end') return { ...block, end: clamp(snap(end + by, step), start + step, start + DAY) }
  if (part === 'start') return { ...block, start: clamp(snap(start + by, step), Math.max(0, end - DAY), Math.min(end, DAY) - step) }
  const to = clamp(snap(start + by, step), 0, DAY - step)
  return { ...block, start: to, end: to + end - start }
}

/** The first of these that overlaps a block, by the rule of what is kept: what runs past midnight is the last of its date. */
export function clashWith(block: Block, others: readonly Block[]): Block | null {
  return others.find((other) => block.start < other.end && other.start < block.end) ?? null
}

/** In order of their start. */
export function inOrder(blocks: readonly Block[]): Block[] {
  return blocks.toSorted((one, other) => one.start - other.start)
}

/** Where an hour or what is left of the gap around a time fits, from `from` on and else from the beginning; null when the date is full. */
export function roomFor(blocks: readonly Block[], from: number): Block | null {
  return gapAfter(blocks, from) ?? gapAfter(blocks, 0)
}

function gapAfter(blocks: readonly Block[], from: number): Block | null {
  let start = from
  for (const block of inOrder(blocks)) {
    if (block.end <= start) continue
    if (block.start - start >= STEP) return { start, end: Math.min(start + 60, block.start) }
    start = block.end
  }
  return start <= DAY - STEP ? { start, end: Math.min(start + 60, DAY) } : null
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))
