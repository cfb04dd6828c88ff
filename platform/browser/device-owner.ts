import { onDevice } from './on-device.ts'
import { forgetPictures } from './pictures-cache.ts'

interface Owned {
  readonly key: 'owner'
  readonly person: string
}

/** Whose things the database of this device holds: there it is safe at once, also from the end of the browser. Null for nobody's. */
export async function keptOwner(): Promise<string | null> {
  const kept = (await onDevice('owner', 'readonly', (store) => store.get('owner')).catch(() => undefined)) as Owned | undefined
  return kept?.person ?? null
}

export async function keepOwner(person: string): Promise<void> {
  const owned: Owned = { key: 'owner', person }
  await onDevice('owner', 'readwrite', (store) => store.put(owned)).catch(() => null)
}

/** Empties the database of this device, and forgets its pictures. Where there is none, there is nothing to forget. */
export async function emptyDevice(): Promise<void> {
  const stores = ['answers', 'outbox', 'drafts', 'owner'] as const
  await Promise.allSettled(stores.map((name) => onDevice(name, 'readwrite', (store) => store.clear())))
  // Behind its owner: the worker keeps none for whom it does not find there.
  await forgetPictures()
}
