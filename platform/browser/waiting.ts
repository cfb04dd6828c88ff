import { useMemo, useSyncExternalStore } from 'react'

/** A request as it is sent. */
export interface WaitingRequest {
  /** The endpoint's. */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  /** The version of a text that it takes the place of, when it names one. */
  readonly ifMatch?: string | undefined
}

/** What follows once a request is done: its body is given the id of what was made, under this name. */
export interface Following {
  readonly request: WaitingRequest
  readonly key: string
  readonly fills: string
}

/** Something that was sent, is kept on this device, and has not been answered yet. */
export interface Waiting {
  /** Its place in the order in which things were sent. */
  readonly seq: number
  /** Its `Idempotency-Key`. */
  readonly key: string
  /** Who wrote it; null when that was not known yet. */
  readonly person: string | null
  /** What its writer reads, for a refusal; what an earlier version kept has none. */
  readonly language?: string
  /** What is in one line is sent in order. */
  readonly line: string
  readonly request: WaitingRequest
  readonly next: Following | null
  /** What it is about, in words that can be shown. */
  readonly about: string
  /** Whom it names, as they are called; the request has their handle. */
  readonly whom?: string | undefined
  /** The draft it was written in, as it stood there. */
  readonly draft: { readonly key: string; readonly text: string } | null
  /** The endpoints that answer something else once it is done. */
  readonly refreshes: readonly string[]
  /** Nobody has to know of it. */
  readonly isQuiet: boolean
  /** How often it was tried in vain. */
  readonly tries: number
  /** Why it was refused; it stays until its writer has decided. */
  readonly refusal: { readonly status: number; readonly problem: Readonly<Record<string, unknown>> } | null
}

/** Set while something waits, so that the next window knows before it looks. */
const FLAG = 'waits'
const listeners = new Set<() => void>()
let waiting: readonly Waiting[] = []

/** What waits on this device and is to be shown, in the order in which it was sent. */
export function useWaiting(isMeant: (one: Waiting) => boolean): readonly Waiting[] {
  const all = useSyncExternalStore(subscribe, () => waiting)
  // oxlint-disable-next-line react/exhaustive-deps -- what is meant is said anew with each rendering, and means the same
  return useMemo(() => all.filter((one) => !one.isQuiet && isMeant(one)), [all])
}

/** What waits is this from now on. */
export function showWaiting(all: readonly Waiting[]): void {
  waiting = all
  if (all.length > 0) localStorage.setItem(FLAG, '1')
  else localStorage.removeItem(FLAG)
  for (const listener of listeners) listener()
}

/** Whether something was left waiting on this device. */
export const isAnyWaiting = (): boolean => localStorage.getItem(FLAG) !== null

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
