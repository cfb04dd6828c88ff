/** What the server has to know of this browser to reach it. */
export interface PushAddress {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

/** That of a browser that takes pushes. Also for the service worker, which has no page. */
export function addressOf(made: PushSubscription): PushAddress {
  const { endpoint = '', keys = {} } = made.toJSON()
  return { endpoint, keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' } }
}
