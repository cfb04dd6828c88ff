import { demo } from '#platform/browser/demo.ts'
import { deviceClock } from '#platform/browser/device-clock.ts'
import { reader } from '#platform/text/reader.ts'
import { showToast } from '#ui/toast.tsx'
import { release } from '#platform/browser/release.ts'
import { holdRelease } from './release-locks.ts'
import { t } from './texts.ts'
import { wish } from './worker/wish.ts'

const OFTEN = { hours: 1 }

/** Keeps all pages of this release on the device, so that they open without a network, and says when there is a newer one. */
export async function installPages(): Promise<void> {
  // A page of a demo carries its clock, and is another each time.
  if (release === undefined || demo !== null || !('serviceWorker' in navigator)) return
  holdRelease(release)
  if (!navigator.serviceWorker.controller) navigator.serviceWorker.addEventListener('controllerchange', showPictures, { once: true })
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
  tellWhenNewer(registration)
  lookForNewer(registration)
  const { active } = await navigator.serviceWorker.ready
  if (active) wish(active, { keepAllIn: reader().language })
}

/** What was shown before there was a worker passes by it once, so that it is kept as well. */
function showPictures(): void {
  for (const { src } of document.images) if (src.includes('/api/v1/files/')) void fetch(src).catch(() => null)
}

function tellWhenNewer(registration: ServiceWorkerRegistration): void {
  const tell = (): void => {
    if (registration.waiting) showToast({ text: t('newer'), stays: true, act: { label: t('reload'), run: () => takeOver(registration) } })
  }
  tell()
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing
    // The first one that is ever installed is no news.
    if (registration.active) coming?.addEventListener('statechange', () => coming.state === 'installed' && tell())
  })
}

function takeOver({ waiting }: ServiceWorkerRegistration): void {
  if (!waiting) return location.reload()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  wish(waiting, 'take over')
}

/** Browsers look when a page is opened; this one may stay open for weeks. */
function lookForNewer(registration: ServiceWorkerRegistration): void {
  let next = deviceClock.now().add(OFTEN)
  document.addEventListener('visibilitychange', () => {
    const now = deviceClock.now()
    if (document.visibilityState !== 'visible' || Temporal.Instant.compare(now, next) < 0) return
    next = now.add(OFTEN)
    // Without a network there is nothing newer to be had.
    registration.update().catch(() => null)
  })
}
