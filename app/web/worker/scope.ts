import type { Wish } from './wish.ts'

/** The built pages that belong together, by their addresses. */
export interface Release {
  readonly id: string
  /** What the first page needs beside the page itself. */
  readonly first: readonly string[]
  /** Everything else, but texts and guides. */
  readonly later: readonly string[]
  /** The texts and the guide of each language; of English the guide, its texts stand in the scripts. */
  readonly languages: Readonly<Record<string, readonly string[]>>
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void
}

export interface FetchEvent extends Event, Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

export interface PushEvent extends Event, Lasting {
  readonly data: { json(): unknown } | null
}

export interface NotificationEvent extends Event, Lasting {
  readonly notification: Notification
}

export interface RenewalEvent extends Event, Lasting {
  readonly oldSubscription: PushSubscription | null
  readonly newSubscription: PushSubscription | null
}

interface Client {
  readonly url: string
  focus(): Promise<Client>
  navigate(url: string): Promise<Client | null>
}

interface Events {
  install: Event & Lasting
  activate: Event & Lasting
  message: MessageEvent<Wish> & Lasting
  fetch: FetchEvent
  sync: Event & Lasting
  push: PushEvent
  notificationclick: NotificationEvent
  pushsubscriptionchange: RenewalEvent
}

/** The part of a service worker's global scope that ours uses; TypeScript has either this or a window's. */
export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    claim(): Promise<void>
    openWindow(url: string): Promise<Client | null>
    matchAll(options: { type: 'window'; includeUncontrolled?: boolean }): Promise<readonly Client[]>
  }
  skipWaiting(): Promise<void>
  addEventListener<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): void
}

export const scope = globalThis as unknown as WorkerScope
