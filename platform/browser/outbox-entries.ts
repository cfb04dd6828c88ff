import { onDevice } from './on-device.ts'
import type { Waiting } from './waiting.ts'

/** What is kept until it is sent, in the order in which it was; windows and the service worker read and write it. Nothing where a device keeps nothing. */
export const listWaiting = (): Promise<Waiting[]> =>
  onDevice('outbox', 'readonly', (store) => store.getAll() as IDBRequest<Waiting[]>).catch(() => [])

/** Keeps something more, or instead of what has the same place. Answers its place. */
export const putWaiting = (entry: Omit<Waiting, 'seq'> & { readonly seq?: number }): Promise<number> =>
  onDevice('outbox', 'readwrite', (store) => store.put(entry) as IDBRequest<number>)

export const removeWaiting = (seq: number): Promise<undefined> => onDevice('outbox', 'readwrite', (store) => store.delete(seq))
