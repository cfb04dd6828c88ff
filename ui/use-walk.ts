import { type FocusEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useShortcut } from './shortcuts.ts'

interface Walking {
  readonly group: string
  readonly next: string
  readonly previous: string
  readonly first: string
  readonly last: string
}

export interface WalkRow {
  readonly 'data-row': string
  readonly onFocus: (event: FocusEvent) => void
  readonly onClick: () => void
}

export interface Walk {
  /** The key of the row that is selected; null where there is none. */
  readonly at: string | null
  /** Selects a row and takes the focus to it. */
  readonly go: (key: string | null) => void
  /** What a row bears to be found by its key. */
  readonly row: (key: string) => WalkRow
}

interface Walked {
  readonly at: string | null
  readonly keys: readonly string[]
  /** Asked for, and not there yet. */
  readonly wanted: string | null
}

/**
 * One row of a list is selected, the focus with it: J and K, Home and End go through it. When the selected one goes, the one after it is selected;
 * the focus that was in the list stays in it, or goes to the heading when the list is over.
 */
export function useWalk(keys: readonly string[], { group, next, previous, first, last }: Walking): Walk {
  const [walk, setWalk] = useState<Walked>({ at: keys[0] ?? null, keys, wanted: null })
  const { wanted } = walk
  const hasCome = wanted !== null && keys.includes(wanted)
  const at = hasCome ? wanted : survivor(walk.at, walk.keys, keys)
  if (hasCome || walk.keys.join(' ') !== keys.join(' ')) setWalk({ at, keys, wanted: hasCome ? null : wanted })
  useHeldFocus(at)
  const due = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (due.current === null || due.current !== at) return
    due.current = null
    focusRow(at)
  })
  // What comes back to a list is selected and has the focus once it is there.
  const go = (key: string | null): void => {
    if (key === null) return
    due.current = key
    setWalk((before) => ({ ...before, wanted: key }))
  }
  const index = at === null ? -1 : keys.indexOf(at)
  useShortcut('j', { label: next, group }, () => go(keys[Math.min(index + 1, keys.length - 1)] ?? null))
  useShortcut('k', { label: previous, group }, () => go(keys[Math.max(index - 1, 0)] ?? null))
  useShortcut('home', { label: first, group }, () => go(keys[0] ?? null))
  useShortcut('end', { label: last, group }, () => go(keys.at(-1) ?? null))
  const select = (key: string): void => setWalk({ at: key, keys, wanted: null })
  return {
    at,
    go,
    row: (key) => ({
      'data-row': key,
      // By a pointer only once it was lifted: what is pressed stays under it until then.
      onFocus: ({ target }) => target.matches(':focus-visible') && select(key),
      onClick: () => select(key),
    }),
  }
}

/** The one that is selected, or what now stands in its place: the next that is left, else the one before. */
export function survivor(at: string | null, before: readonly string[], now: readonly string[]): string | null {
  if (at !== null && now.includes(at)) return at
  const place = at === null ? -1 : before.indexOf(at)
  if (place === -1) return now[0] ?? null
  const left = new Set(now)
  return before.slice(place).find((key) => left.has(key)) ?? before.slice(0, place).findLast((key) => left.has(key)) ?? now[0] ?? null
}

/** What had the focus may leave the page with its row: then the focus goes on with the selection. */
function useHeldFocus(at: string | null): void {
  const isHeld = useRef(false)
  useEffect(() => {
    const look = ({ target }: globalThis.FocusEvent): void => {
      isHeld.current = target instanceof Element && target.closest('[data-row]') !== null
    }
    document.addEventListener('focusin', look)
    return () => document.removeEventListener('focusin', look)
  }, [])
  // Each time the rows may be others: it costs one look at what has the focus.
  useLayoutEffect(() => {
    if (!isHeld.current || (document.activeElement ?? document.body) !== document.body) return
    if (at === null) focusHeading()
    else focusRow(at)
  })
}

function focusRow(key: string): void {
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)
  row?.scrollIntoView({ block: 'nearest' })
  row?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true })
}

function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
