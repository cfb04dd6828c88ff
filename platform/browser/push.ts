import { type PushAddress, addressOf } from './push-address.ts'
import { release } from './release.ts'

/** How this browser stands to pushes: it has none, refuses them, or takes them or not. */
export type BrowserPush = 'impossible' | 'refused' | 'off' | 'on'

/** How this browser stands to pushes now. Asks nobody for anything. */
export async function browserPush(): Promise<BrowserPush> {
  if (release === undefined || !('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return 'impossible'
  if (Notification.permission === 'denied') return 'refused'
  return (await subscription()) !== null && Notification.permission === 'granted' ? 'on' : 'off'
}

/** Lets pushes of the server with this key come; the browser asks its person first. Null when they refuse. Throws where there is no way to it. */
export async function beginPush(publicKey: string): Promise<PushAddress | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  const { pushManager } = await navigator.serviceWorker.ready
  // One made for another key, as of a server that was set up anew, would stay as it is.
  await (await pushManager.getSubscription())?.unsubscribe()
  return addressOf(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }))
}

/** Lets none come any more, and takes away what still stands on the screen. */
export async function endPush(): Promise<void> {
  const ours = await subscription()
  await ours?.unsubscribe()
  const registration = await navigator.serviceWorker?.getRegistration()
  for (const shown of (await registration?.getNotifications()) ?? []) shown.close()
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker?.getRegistration()
  return (await registration?.pushManager?.getSubscription()) ?? null
}
