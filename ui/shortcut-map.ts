/** What a person has made of the keys: an act, named by the key it has at first, and the key it has now; empty for none. */
export type KeyMap = Readonly<Record<string, string>>

const PREFIX = 'keys:'
const LAST = 'keys-of'
const listeners = new Set<() => void>()
let owner = ''
let map: KeyMap = {}

/** Whose keys hold in this window from now on: each person who signs in on this device has their own. Until that is known, those of whoever was here last. */
export function takeKeysOf(person: string | undefined): void {
  if (person !== undefined) localStorage.setItem(LAST, person)
  owner = person ?? localStorage.getItem(LAST) ?? ''
  map = parsed(localStorage.getItem(PREFIX + owner))
  tell()
}

/** Gives an act another key, or none; `null` gives back the one it had at first. */
export function mapKey(act: string, keys: string | null): void {
  keep(keys === null || keys === act ? without(map, act) : { ...map, [act]: keys })
}

/** Every act has the key again that it had at first. */
export function resetKeys(): void {
  keep({})
}

/** The key that an act has now; empty for none. What is combined with ⌘ or Ctrl, and Enter and Escape, stay as they are. */
export const keyOf = (act: string): string => map[act] ?? act

export const currentMap = (): KeyMap => map

export function onKeysMapped(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Which of these acts cannot share the keyboard with `act` at these keys: those that have them too, or begin with them, or are begun by them. */
export function conflictsOf(acts: readonly string[], { act, keys, map: current }: { act: string; keys: string; map: KeyMap }): string[] {
  if (keys === '') return []
  return acts.filter((other) => {
    const theirs = current[other] ?? other
    return other !== act && theirs !== '' && (theirs === keys || theirs.startsWith(`${keys} `) || keys.startsWith(`${theirs} `))
  })
}

function without(current: KeyMap, act: string): KeyMap {
  return Object.fromEntries(Object.entries(current).filter(([other]) => other !== act))
}

function keep(next: KeyMap): void {
  map = next
  if (Object.keys(next).length === 0) localStorage.removeItem(PREFIX + owner)
  else localStorage.setItem(PREFIX + owner, JSON.stringify(next))
  tell()
}

function parsed(text: string | null): KeyMap {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    return Object.fromEntries(Object.entries(read ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return {}
  }
}

function tell(): void {
  for (const listener of listeners) listener()
}
