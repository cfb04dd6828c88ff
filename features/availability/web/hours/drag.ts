import type { PointerEvent } from 'react'
import { minutesAt } from './block-keys.ts'
import { type Block, clashWith, DAY, drawn, FINE, moved, type Part, STEP } from './blocks.ts'
import type { Column, Kind, Spot } from './columns.ts'

/** Something being drawn, moved, or made longer or shorter. */
export interface Drag {
  readonly kind: Kind
  readonly part: Part | 'new'
  /** The column it began on, and which block of it; -1 for a new one. */
  readonly from: string
  readonly index: number
  /** Where it would be when let go. */
  readonly to: string
  readonly block: Block
  readonly clash: Block | null
}

export interface Hold {
  readonly drag: Drag
  /** Where it was taken hold of, on its column. */
  readonly anchor: number
  readonly x: number
  readonly y: number
  readonly block: Block
  /** What has the focus after a press that moved nothing. */
  readonly spot: Spot
  /** It was taken by what of it lies past midnight, on the column of the next day. */
  readonly byTail: boolean
  readonly isMoving: boolean
}

/** A finger that rests on an empty place draws an hour. */
const HOUR = 60

/**
 * What a press takes hold of: a block, one of its ends, or a place to draw on. Focus and absence lie over hours: with their tools one draws on
 * those as well.
 */
export function takeHold(event: PointerEvent<HTMLElement>, columns: readonly Column[], tool: Kind): Hold | null {
  if (!(event.target instanceof Element)) return null
  const day = event.target.closest<HTMLElement>('[data-day]')
  const column = columns.find(({ key }) => key === day?.dataset['day'])
  if (!day || !column) return null
  const at = minutesAt(event.clientY, day.getBoundingClientRect())
  const under = blockUnder(event.target, column, columns)
  const spot = under ? { key: under.owner.key, kind: under.kind, start: under.block.start } : { key: column.key }
  const place = { x: event.clientX, y: event.clientY, anchor: at, spot, byTail: false, isMoving: false }
  if (!under || (tool !== 'work' && under.kind !== tool)) {
    const block = drawn(at, at, STEP)
    return { ...place, block, drag: { kind: tool, part: 'new', from: column.key, to: column.key, index: -1, block, clash: null } }
  }
  const { owner, kind, index, block, byTail, part } = under
  const anchor = part === 'end' && byTail ? at + DAY : at
  return { ...place, anchor, byTail, block, drag: { kind, part, from: owner.key, to: owner.key, index, block, clash: null } }
}

interface Under {
  readonly owner: Column
  readonly kind: Kind
  readonly index: number
  readonly block: Block
  readonly byTail: boolean
  readonly part: Part
}

function blockUnder(target: Element, column: Column, columns: readonly Column[]): Under | null {
  const { kind, index, of } = target.closest<HTMLElement>('[data-kind]')?.dataset ?? {}
  if (kind !== 'work' && kind !== 'focus' && kind !== 'away') return null
  const byTail = of !== undefined
  const owner = byTail ? columns.find(({ key }) => key === of) : column
  const block = owner?.blocks[kind][Number(index)]
  if (!owner || !block) return null
  const edge = target.closest<HTMLElement>('[data-edge]')?.dataset['edge']
  return { owner, kind, index: Number(index), block, byTail, part: edge === 'start' || edge === 'end' ? edge : 'whole' }
}

interface Axes {
  readonly grid: HTMLElement | null
  readonly columns: readonly Column[]
}

/** Where what is held would be with the pointer there. */
export function dragTo({ drag, anchor, block, byTail }: Hold, event: PointerEvent<HTMLElement>, { grid, columns }: Axes): Drag {
  const days = [...(grid?.querySelectorAll<HTMLElement>('[data-day]') ?? [])]
  const box = days.find(({ dataset }) => dataset['day'] === drag.from)?.getBoundingClientRect()
  if (!box) return drag
  const step = event.shiftKey || event.altKey ? FINE : STEP
  const at = minutesAt(event.clientY, box)
  const over = days.find((day) => {
    const { left, right } = day.getBoundingClientRect()
    return event.clientX >= left && event.clientX < right
  })?.dataset['day']
  if (drag.part === 'new') return withClash({ ...drag, block: drawn(anchor, at, step) }, columns)
  if (drag.part !== 'whole') {
    // An end that is dragged into the next day, above where the block starts, lies past midnight.
    const isNext = drag.part === 'end' && over !== undefined && over === nextTo(columns, drag.from) && at < block.start
    return withClash({ ...drag, block: moved(block, drag.part, { by: at + (isNext ? DAY : 0) - anchor, step }) }, columns)
  }
  const to = byTail ? columns.at(columns.findIndex(({ key }) => key === over) - 1)?.key : over
  return withClash({ ...drag, to: (over && to) ?? drag.to, block: moved(block, 'whole', { by: at - anchor, step }) }, columns)
}

const nextTo = (columns: readonly Column[], key: string): string | undefined =>
  columns[columns.findIndex((column) => column.key === key) + 1]?.key

function withClash(drag: Drag, columns: readonly Column[]): Drag {
  return { ...drag, clash: clashWith(drag.block, othersOf(drag, columns)) }
}

/** What stands on the column a drag would leave its block on, that block left out. */
export function othersOf({ from, to, kind, index }: Omit<Drag, 'block' | 'clash' | 'part'>, columns: readonly Column[]): Block[] {
  const blocks = columns.find(({ key }) => key === to)?.blocks[kind] ?? []
  return blocks.filter((_, at) => from !== to || at !== index)
}

/** An hour from where a finger rests. */
export function restingAt({ drag, anchor }: Hold, columns: readonly Column[]): Drag {
  return drag.part === 'new' ? withClash({ ...drag, block: drawn(anchor, anchor + HOUR, STEP) }, columns) : drag
}
