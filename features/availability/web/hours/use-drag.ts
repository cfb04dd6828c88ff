import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Column, Kind, Spot } from './columns.ts'
import { type Drag, dragTo, type Hold, restingAt, takeHold } from './drag.ts'

interface Dragging {
  readonly grid: RefObject<HTMLElement | null>
  readonly columns: readonly Column[]
  readonly tool: Kind
  readonly onDrop: (drag: Drag) => void
  /** A press that moved nothing. */
  readonly onTap: (spot: Spot) => void
}

/** How long a finger rests before it takes hold, so that the page can still be scrolled. */
const PATIENCE = 350
const SLOP = 5

/** Drawing and moving blocks by mouse, pen or finger; Escape lets go without a change. */
export function useDrag({ grid, columns, tool, onDrop, onTap }: Dragging) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const hold = useRef<Hold | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const letGo = (): void => {
    clearTimeout(timer.current)
    hold.current = null
    setDrag(null)
  }
  useHolding(grid, hold, letGo)
  const show = (next: Drag): void => {
    if (hold.current) hold.current = { ...hold.current, drag: next, isMoving: true }
    setDrag(next)
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || !event.isPrimary) return
    const taken = takeHold(event, columns, tool)
    if (!taken) return
    const element = event.currentTarget
    const { pointerId } = event
    hold.current = taken
    const begins = (): void => {
      element.setPointerCapture(pointerId)
      show(restingAt(taken, columns))
    }
    if (event.pointerType !== 'touch') element.setPointerCapture(pointerId)
    else if (taken.drag.part === 'start' || taken.drag.part === 'end') begins()
    else timer.current = setTimeout(begins, PATIENCE)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const held = hold.current
    if (!held) return
    const isFar = Math.hypot(event.clientX - held.x, event.clientY - held.y) > SLOP
    if (!held.isMoving && !isFar) return
    // A finger that moves before it has taken hold scrolls.
    if (!held.isMoving && event.pointerType === 'touch') letGo()
    else if (isFar) {
      scrollAlong(event.clientY)
      show(dragTo(held, event, { grid: grid.current, columns }))
    }
  }
  const onPointerUp = (): void => {
    const held = hold.current
    letGo()
    if (held?.isMoving) onDrop(held.drag)
    else if (held) onTap(held.spot)
  }
  return { drag, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: letGo } }
}

/** What is dragged to the edge of the window takes the page along; below stand the bars. */
function scrollAlong(y: number): void {
  const below = Math.min(160, window.innerHeight * 0.18)
  if (y > window.innerHeight - below) window.scrollBy(0, 10)
  else if (y < 40) window.scrollBy(0, -10)
}

/** While something is held a finger moves it and not the page, and Escape lets go of it. */
function useHolding(grid: RefObject<HTMLElement | null>, hold: RefObject<Hold | null>, letGo: () => void): void {
  const latest = useRef(letGo)
  useEffect(() => {
    latest.current = letGo
  })
  useEffect(() => {
    const element = grid.current
    // Only a listener that is not passive can keep the page from scrolling.
    const onTouch = (event: TouchEvent): void => {
      if (hold.current?.isMoving) event.preventDefault()
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && hold.current) latest.current()
    }
    element?.addEventListener('touchmove', onTouch, { passive: false })
    window.addEventListener('keydown', onKey)
    return () => {
      element?.removeEventListener('touchmove', onTouch)
      window.removeEventListener('keydown', onKey)
    }
  }, [grid, hold])
}
