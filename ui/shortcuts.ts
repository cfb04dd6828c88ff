import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { stepOf } from './shortcut-keys.ts'
import { areSingleKeysOn, currentMap, followKeys, keyOf, onKeysMapped, setSingleKeys } from './shortcut-map.ts'

export interface Shortcut {
  /** What it is, by the key it has at first: `a`, `?`, `mod+enter`, or two presses one after the other: `g t`. */
  readonly act: string
  /** The keys it has now; none for what its reader has taken them from. */
  readonly keys: string
  readonly label: string
  /** Heading on the sheet of all keys. */
  readonly group: string
  readonly run: () => void
}

const patience = 1200
/** What takes letters. */
const typed = 'input:not([type="checkbox"], [type="radio"]), textarea, select'
const listeners = new Set<() => void>()
let registered: readonly Shortcut[] = []
// An act has its keys as they are mapped when it is looked at.
onKeysMapped(() => change(registered.map((shortcut) => ({ ...shortcut, keys: keyOf(shortcut.act) }))))
let pending = ''
let held = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Makes a key, or the one it was given instead, do something while the component is on screen. The one mounted last wins; `null` registers nothing. */
export function useShortcut(act: string | null, does: { label: string; group: string }, run: () => void): void {
  const latest = useRef(run)
  // With what is shown, not after it: a key means what its reader sees, however soon it is pressed.
  useLayoutEffect(() => {
    latest.current = run
  })
  const { label, group } = does
  useLayoutEffect(() => {
    if (act === null) return undefined
    const run = (): void => latest.current()
    change([...registered, { act, keys: keyOf(act), label, group, run }])
    return () => change(registered.filter((other) => other.run !== run))
  }, [act, label, group])
}

/** The keys that an act has now, for hints: empty for none. */
export function useKeyOf(act: string): string {
  return useSyncExternalStore(onKeysMapped, currentMap)[act] ?? act
}

/** Everything a key does here and now, for the sheet of all keys. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => registered)
}

/** Whether single keys are on, and how to change that. */
export function useSingleKeys(): readonly [on: boolean, set: (on: boolean) => void] {
  return [useSyncExternalStore(onKeysMapped, areSingleKeysOn), setSingleKeys]
}

/** What is pressed until something that was asked for is there is meant for it, and does nothing before. */
export async function holdKeysFor<Thing>(thing: Promise<Thing>): Promise<Thing> {
  held += 1
  try {
    return await thing
  } finally {
    held -= 1
  }
}

/** Starts listening; answers how to stop. */
export function listenForShortcuts(): () => void {
  const stopFollowing = followKeys()
  window.addEventListener('keydown', onKey)
  return () => {
    window.removeEventListener('keydown', onKey)
    stopFollowing()
  }
}

function onKey(event: KeyboardEvent): void {
  const step = stepOf(event)
  if (step === null || held > 0 || event.defaultPrevented || event.repeat || event.isComposing) return
  if (step === 'escape') leaveField(event.target)
  const isCombined = step.startsWith('mod+')
  if (!isCombined && (isElsewhere(event.target) || !areSingleKeysOn())) return
  if (step === 'enter' && isPressed(event.target)) return
  const pressed = pending === '' ? step : `${pending} ${step}`
  const found = registered.findLast(({ keys }) => keys === pressed) ?? registered.findLast(({ keys }) => keys === step)
  const begins = registered.some(({ keys }) => keys.startsWith(`${step} `))
  remember(found === undefined && begins ? step : '')
  if (found === undefined) return
  event.preventDefault()
  found.run()
}

/** Typing, or in something that lies above the page. */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true
  return target instanceof HTMLElement && target.closest(`${typed}, [contenteditable="true"], [popover]`) !== null
}

/** A field of the page is left by Escape for the page, so that single keys work again; a search with words in it is emptied first. */
function leaveField(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement) || target.closest('dialog, [popover]') || !target.matches(typed)) return
  if (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '') return
  const around = target.closest<HTMLElement>('main')
  if (around) around.focus({ preventScroll: true })
  else target.blur()
}

/** What Enter presses by itself. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a, button, summary') !== null
}

function remember(step: string): void {
  pending = step
  clearTimeout(timer)
  if (step !== '') timer = setTimeout(() => remember(''), patience)
}

function change(next: readonly Shortcut[]): void {
  registered = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
