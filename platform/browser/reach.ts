import { useSyncExternalStore } from 'react'
import { deviceClock } from './device-clock.ts'

/** Whether the server can be reached: it can, there is no network, or there is one and the server does not answer. */
export interface Reach {
  readonly state: 'reached' | 'offline' | 'silent'
  /** Since when it is so; null when it was so when the page was opened. */
  readonly since: Temporal.Instant | null
}

const listeners = new Set<() => void>()
let isSilent = false
let reach: Reach = { state: navigator.onLine ? 'reached' : 'offline', since: null }

/** Whether the server can be reached, kept up to date. */
export function useReach(): Reach {
  return useSyncExternalStore(onReach, getReach)
}

export const getReach = (): Reach => reach

/** Tells what somebody who asked the server has learnt. */
export function tellReach(isReached: boolean): void {
  isSilent = !isReached
  look()
}

/** Calls `then` whenever it has changed. Returns what ends it. */
export function onReach(then: () => void): () => void {
  listeners.add(then)
  return () => listeners.delete(then)
}

function look(): void {
  const state = !navigator.onLine ? 'offline' : isSilent ? 'silent' : 'reached'
  if (state === reach.state) return
  reach = { state, since: deviceClock.now() }
  for (const listener of listeners) listener()
}

window.addEventListener('online', () => tellReach(true))
window.addEventListener('offline', look)
