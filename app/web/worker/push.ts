import { addressOf } from '#platform/browser/push-address.ts'
import type { PushLine } from '#features/delivery/contract/push.ts'
import { type NotificationEvent, type PushEvent, type RenewalEvent, scope } from './scope.ts'

/** Shows the line that came; it takes the place of an older one about the same. */
export async function showPush({ data }: PushEvent): Promise<void> {
  if (data === null) return
  const { line, to, tag } = data.json() as PushLine
  const options = { tag, data: to, icon: '/icon-192.png', renotify: true }
  await scope.registration.showNotification(line, options)
}

/** Goes where a line leads: in a window of Baton where there is one, else in a new one. */
export async function openPush({ notification }: NotificationEvent): Promise<void> {
  notification.close()
  const to = typeof notification.data === 'string' ? notification.data : '/'
  const [open] = await scope.clients.matchAll({ type: 'window' })
  const shown = open ? await open.navigate(to) : await scope.clients.openWindow(to)
  await shown?.focus()
}

/** The browser changed its address by itself: the server learns of it, as long as somebody is signed in here. */
export async function renewPush({ oldSubscription, newSubscription }: RenewalEvent): Promise<void> {
  const applicationServerKey = oldSubscription?.options.applicationServerKey
  if (!newSubscription && !applicationServerKey) return
  const made =
    newSubscription ??
    (await scope.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: applicationServerKey ?? null }))
  await fetch('/api/v1/push/devices', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(addressOf(made)),
  })
}
