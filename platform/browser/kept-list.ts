import { useSyncExternalStore } from 'react'

const PREFIX = 'kept:'
const MOST = 8
const listeners = new Set<() => void>()

/** A short list that this device remembers under a name, newest first. */
export interface KeptList<Item> {
  /** What it holds, kept up to date. */
  use(): readonly Item[]
  /** What it holds just now. */
  read(): readonly Item[]
  /** Puts something at its top; what is the same by its key moves up. */
  keep(item: Item): void
}

export function keptList<Item>(name: string, keyOf: (item: Item) => string): KeptList<Item> {
  let text: string | null = null
  let items: readonly Item[] = []
  // The same array as long as the same text is stored.
  const read = (): readonly Item[] => {
    const stored = localStorage.getItem(PREFIX + name)
    if (stored !== text) items = parsed(stored) as readonly Item[]
    text = stored
    return items
  }
  return {
    use: () => useSyncExternalStore(subscribe, read),
    read,
    keep: (item) => {
      const others = read().filter((other) => keyOf(other) !== keyOf(item))
      localStorage.setItem(PREFIX + name, JSON.stringify([item, ...others].slice(0, MOST)))
      tell()
    },
  }
}

/** Forgets all lists: whoever signs in next on this device is somebody else. */
export function forgetKeptLists(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name)
  tell()
}

function parsed(text: string | null): readonly unknown[] {
  try {
    const items: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(items) ? items : []
  } catch {
    return []
  }
}

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Another window keeps in the same place.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
