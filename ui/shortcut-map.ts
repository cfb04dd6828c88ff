/** What a person has made of the keys: an act, named by the key it has at first, and the key it has now; empty for none. */
export type KeyMap = Readonly<Record<string, string>>

/** How somebody uses keys. */
export interface OwnKeys {
  readonly map: KeyMap
  /** Whether keys without ⌘ or Ctrl do anything. */
  readonly single: boolean
  /** How often they were chosen, as far as this device was told. */
  readonly version: number
}

const PREFIX = 'keys:'
const LAST = 'keys-of'
/** Where an earlier version kept that single keys are off, for everybody on this device. */
const OFF = 'keys'
const none: OwnKeys = { map: {}, single: true, version: 0 }
const listeners = new Set<() => void>()
const chosen = new Set<(keys: OwnKeys) => void>()
let owner = ''
let own = none
type Change = (keys: OwnKeys) => OwnKeys
/** What was chosen in this window before it was known whose keys they are, and what they are. */
let early: readonly Change[] = []
let isKnown = false

/** Whose keys hold in this window from now on: each person who signs in on this device has their own. Until that is known, those of whoever was here last. */
export function takeKeysOf(person: string | undefined): void {
  if (person !== undefined) localStorage.setItem(LAST, person)
  owner = person ?? localStorage.getItem(LAST) ?? ''
  isKnown = person !== undefined
  look()
}

/** What was chosen before it was known what somebody's keys are is changed of them, now that it is. */
export function settleKeys(): void {
  if (isKnown && early.length > 0) choose()
}

/** Another window may change the keys, here they hold as well. Answers how to stop. */
export function followKeys(): () => void {
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === PREFIX + owner) look()
  }
  window.addEventListener('storage', onStorage)
  return () => window.removeEventListener('storage', onStorage)
}

/** What is kept of somebody's keys on this device; null while they chose nothing here. */
export function keptKeys(person: string): OwnKeys | null {
  const text = localStorage.getItem(PREFIX + person)
  const isOff = localStorage.getItem(OFF) === 'off'
  if (text === null) return isOff ? { ...none, single: false } : null
  const kept = parsed(text)
  return isOff ? { ...kept, single: false } : kept
}

/** Keeps somebody's keys on this device as they are elsewhere. */
export function putKeys(person: string, { map, single, version }: OwnKeys): void {
  const text = JSON.stringify({ map, single, version } satisfies OwnKeys)
  if (localStorage.getItem(PREFIX + person) === text) return
  localStorage.setItem(PREFIX + person, text)
  localStorage.removeItem(OFF)
  if (person === owner) look()
}

/** Gives an act another key, or none; `null` gives back the one it had at first. */
export function mapKey(act: string, keys: string | null): void {
  change((all) => ({ ...all, map: keys === null || keys === act ? without(all.map, act) : { ...all.map, [act]: keys } }))
}

/** Every act has the key again that it had at first. */
export function resetKeys(): void {
  change((all) => ({ ...all, map: {} }))
}

/** Turns keys without ⌘ or Ctrl on or off. */
export function setSingleKeys(single: boolean): void {
  change((all) => ({ ...all, single }))
}

/** What whoever is here wishes of keys, all of it. */
export function chooseKeys(keys: OwnKeys): void {
  putKeys(owner, keys)
  for (const listener of chosen) listener(keys)
}

/** The key that an act has now; empty for none. What is combined with ⌘ or Ctrl, and Enter and Escape, stay as they are. */
export const keyOf = (act: string): string => own.map[act] ?? act

export const currentMap = (): KeyMap => own.map

export const areSingleKeysOn = (): boolean => own.single

/** Calls `listener` whenever keys do something else than before. Answers how to stop. */
export function onKeysMapped(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls `listener` with what its person has chosen in this window. Answers how to stop. */
export function onKeysChosen(listener: (keys: OwnKeys) => void): () => void {
  chosen.add(listener)
  return () => chosen.delete(listener)
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

function change(next: Change): void {
  early = [...early, next]
  if (isKnown) choose()
  else look()
}

function choose(): void {
  const keys = wished()
  early = []
  chooseKeys(keys)
}

const wished = (): OwnKeys => early.reduce((keys, next) => next(keys), keptKeys(owner) ?? none)

function look(): void {
  const now = wished()
  // With every answer that says who is here it is looked again.
  if (JSON.stringify(now) === JSON.stringify(own)) return
  own = now
  for (const listener of listeners) listener()
}

function parsed(text: string): OwnKeys {
  try {
    const read: unknown = JSON.parse(text)
    const kept = typeof read === 'object' && read !== null ? read : {}
    // An earlier version kept the map alone.
    if (!('map' in kept)) return { ...none, map: mapIn(kept) }
    const version = 'version' in kept && typeof kept.version === 'number' ? kept.version : 0
    return { map: mapIn(kept.map), single: !('single' in kept && kept.single === false), version }
  } catch {
    return none
  }
}

function mapIn(read: unknown): KeyMap {
  return Object.fromEntries(Object.entries(read ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
