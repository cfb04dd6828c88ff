import { useEffect, useRef } from 'react'
import { changePerson } from '#features/availability/contract/people.ts'
import type { Person } from '#features/availability/contract/person.ts'
import { areKeys, keyActs } from '#features/people/rules/keys.ts'
import { type Queue, useQueue } from '#platform/browser/use-queue.ts'
import { type KeyMap, type OwnKeys, chooseKeys, keptKeys, onKeysChosen, putKeys, settleKeys, takeKeysOf } from '#ui/shortcut-map.ts'

const LINE = 'keys'
/** What was chosen here and is not known to be with the server, in its order. */
const LEFT = 'keys-leaving'
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
  const { map, single } = keys
  leaving += 1
  localStorage.setItem(LEFT, JSON.stringify([...left(), { map, single }]))
  const end = (isKnown: boolean): void => {
    leaving -= 1
    if (isKnown && leaving === 0) localStorage.removeItem(LEFT)
  }
  const onSent = ({ handle, keys }: Person): void => {
    end(true)
    const kept = keptKeys(handle)
    // Something else may have been chosen meanwhile.
    if (kept && keys) putKeys(handle, { ...kept, version: keys.version })
  }
  send({ handle: 'me', keys: { map, single } }, { onSent, onWaits: () => end(false), onRefused: ({ status }) => end(status !== 0) })
}

/** Takes on the keys that the server has of their person: not those of an answer that is older than what is known here, nor while what was chosen here is on its way. What was kept on this device alone goes to the person, once. */
export async function noteKeys({ handle, keys }: Pick<Person, 'handle' | 'keys'>): Promise<void> {
  const here = left()
  const waiting = here.length > 0 ? await choicesWaiting() : []
  const isOnItsWay = waiting.some((choice) => areSame(choice, here.at(-1)))
  if (leaving > 0 || isOnItsWay) return
  takeKeysOf(handle)
  const kept = keptKeys(handle)
  // Its page was left before it was kept to be sent, and nobody has chosen since: what is there was there before, or came from here as well.
  const isLost = here.length > 0 && (waiting.length > 0 || kept?.version === keys?.version || here.some((choice) => areSame(choice, keys)))
  localStorage.removeItem(LEFT)
  if (kept && (keys === null || isLost)) chooseKeys({ ...kept, map: known(kept.map) })
  else if (keys && keys.version > (kept?.version ?? 0)) putKeys(handle, keys)
  settleKeys()
}

type Choice = Pick<OwnKeys, 'map' | 'single'>

const left = (): readonly Choice[] => JSON.parse(localStorage.getItem(LEFT) ?? '[]') as Choice[]

async function choicesWaiting(): Promise<Choice[]> {
  const { listWaiting } = await import('#platform/browser/outbox-entries.ts')
  return (await listWaiting()).flatMap(({ line, request }) => (line === LINE ? [request.body['keys'] as Choice] : []))
}

/** In whatever order acts stand. */
function areSame(one: Choice, other: Choice | null | undefined): boolean {
  if (!other) return false
  const acts = new Set([...Object.keys(one.map), ...Object.keys(other.map)])
  return one.single === other.single && [...acts].every((act) => one.map[act] === other.map[act])
}

/** What an earlier version let be chosen, as far as there is such an act and such a key. */
const known = (map: KeyMap): KeyMap =>
  Object.fromEntries(Object.entries(map).filter(([act, keys]) => keyActs.includes(act) && areKeys(keys)))
