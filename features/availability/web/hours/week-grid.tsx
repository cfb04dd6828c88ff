import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { classes } from '#ui/classes.ts'
import { Axis } from './axis.tsx'
import { blockLabel, stretchText } from './block-words.ts'
import { type Block, inOrder } from './blocks.ts'
import type { Column, Kind, Place, Spot } from './columns.ts'
import { DayColumn } from './day-column.tsx'
import type { Change } from './edits.ts'
import { t } from './grid-texts.ts'
import { actOn } from './grid-acts.ts'
import { actOf } from './block-keys.ts'
import { type Drag, othersOf } from './drag.ts'
import { useDrag } from './use-drag.ts'

interface WeekGridProps {
  readonly label: string
  readonly columns: readonly Column[]
  readonly tool: Kind
  readonly spot: Spot
  readonly onSpot: (spot: Spot) => void
  /** Days that have others blocks from now on, and what is said of it. */
  readonly onChange: (changes: readonly Change[], said: string) => void
  readonly onSay: (text: string) => void
  /** The exact times of what has the focus. */
  readonly onOpen: () => void
}

/** Seven days beside each other over 24 hours, to be drawn on, by pointer and by keys alike. */
export function WeekGrid({ label, columns, tool, spot, onSpot, onChange, onSay, onOpen }: WeekGridProps) {
  const grid = useRef<HTMLDivElement>(null)
  const wanted = useRef<Spot | null>(null)
  // With the commit that has it: what runs behind an earlier one would look for it too soon, and take its day.
  useLayoutEffect(() => {
    if (wanted.current) elementOf(grid.current, wanted.current)?.focus()
    wanted.current = null
  })
  const go = (next: Spot): void => {
    wanted.current = next
    onSpot(next)
  }
  const put = (place: Place, block: Block, others: readonly Block[]): Change => ({ ...place, blocks: inOrder([...others, block]) })
  const onDrop = (drag: Drag): void => {
    const { kind, from, to, block, clash } = drag
    const day = columns.find(({ key }) => key === to)
    if (clash) return onSay(t('clash', { other: stretchText(kind, clash) }))
    const others = othersOf(drag, columns)
    const left = from === to || block.entry !== undefined ? [] : [{ key: from, kind, blocks: othersOf({ ...drag, to: from }, columns) }]
    onChange([put({ key: to, kind }, block, others), ...left], blockLabel(day?.name ?? '', kind, block))
    go({ key: to, kind, start: block.start })
  }
  const { drag, handlers } = useDrag({
    grid,
    columns,
    tool,
    onDrop,
    onTap: go,
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const act = actOf(event, getComputedStyle(event.currentTarget).direction === 'rtl')
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    const done = actOn({ columns, spot, tool, act })
    if (done.opens) onOpen()
    if (done.changes) onChange(done.changes, done.said ?? '')
    else if (done.said) onSay(done.said)
    if (done.spot) go(done.spot)
  }
  const isThere = columns.some((column) => isOn(column, spot))
  return (
    <div
      className={classes('wk', tool !== 'work' && 'wk--over', columns.some(({ marks }) => marks.length > 0) && 'wk--marked')}
      ref={grid}
      role="application"
      aria-label={label}
      onKeyDown={onKeyDown}
      {...handlers}
    >
      <Axis />
      {columns.map((column, index) => (
        <DayColumn key={column.key} column={column} drag={drag} spot={spot} isEntrance={!isThere && index === 0} onFocus={onSpot} />
      ))}
    </div>
  )
}

function isOn({ key, blocks }: Column, spot: Spot): boolean {
  if (key !== spot.key) return false
  return spot.kind === undefined || blocks[spot.kind].some(({ start }) => start === spot.start)
}

function elementOf(grid: HTMLElement | null, { key, kind, start }: Spot): HTMLElement | null {
  const day = grid?.querySelector<HTMLElement>(`[data-column="${key}"]`)
  const block = kind && day?.querySelector<HTMLElement>(`[data-kind="${kind}"][data-start="${String(start)}"]`)
  return block ?? day?.querySelector<HTMLElement>('.wk__head') ?? null
}
