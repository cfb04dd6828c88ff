import { useEffect, useRef } from 'react'
import { changePerson } from '#features/availability/contract/people.ts'
import type { Person } from '#features/availability/contract/person.ts'
import { areKeys, keyActs } from '#features/people/rules/keys.ts'
import { type Queue, useQueue } from '#platform/browser/use-queue.ts'
import { type KeyMap, type OwnKeys, chooseKeys, keptKeys, onKeysChosen, putKeys, settleKeys, takeKeysOf } from '#ui/shortcut-map.ts'

const LINE = 'keys'
/** Set while what was chosen here is not known to be with the server. */
const LEFT = 'keys-left'
/** How many choices were made just now and are not known to have left, or to wait. */
let leaving = 0

/** Keeps with its person what is chosen of keys in this window: it follows to their other devices, and waits for a network where there is none. */
export function useOwnKeys(): void {
  const { send } = useQueue(changePerson, { line: LINE, about: LINE, replaces: true, isQuiet: true })
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  useEffect(() => onKeysChosen((keys) => leave(latest.current, keys)), [])
}

function leave(send: Queue<typeof changePerson>['send'], keys: OwnKeys): void {
  leaving += 1
  localStorage.setItem(LEFT, 'not yet')
  const left = (isKnown: boolean): void => {
    leaving -= 1
    if (isKnown && leaving === 0) localStorage.removeItem(LEFT)
  }
  const { map, single } = keys
  const onSent = ({ handle, keys }: Person): void => {
    left(true)
    const kept = keptKeys(handle)
    // Something else may have been chosen meanwhile.
    if (kept && keys) putKeys(handle, { ...kept, version: keys.version })
  }
  send({ handle: 'me', keys: { map, single } }, { onSent, onWaits: () => left(false), onRefused: ({ status }) => left(status !== 0) })
}

/** Takes on the keys that the server has of their person: not those of an answer that is older than what is known here, nor while what was chosen here is on its way. What was kept on this device alone goes to the person, once. */
export async function noteKeys({ handle, keys }: Pick<Person, 'handle' | 'keys'>): Promise<void> {
  if (await areOnTheirWay()) return
  takeKeysOf(handle)
  const kept = keptKeys(handle)
  // Its page was left before it was kept to be sent, and nobody has chosen since.
  const isLost = localStorage.getItem(LEFT) !== null && kept?.version === keys?.version
  localStorage.removeItem(LEFT)
  if (kept && (keys === null || isLost)) chooseKeys({ ...kept, map: known(kept.map) })
  else if (keys && keys.version > (kept?.version ?? 0)) putKeys(handle, keys)
  settleKeys()
}

async function areOnTheirWay(): Promise<boolean> {
  if (leaving > 0 || localStorage.getItem(LEFT) === null) return leaving > 0
  const { listWaiting } = await import('#platform/browser/outbox-entries.ts')
  return leaving > 0 || (await listWaiting()).some(({ line }) => line === LINE)
}

/** What an earlier version let be chosen, as far as there is such an act and such a key. */
const known = (map: KeyMap): KeyMap =>
  Object.fromEntries(Object.entries(map).filter(([act, keys]) => keyActs.includes(act) && areKeys(keys)))
