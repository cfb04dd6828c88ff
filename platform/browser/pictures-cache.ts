/** The cache of this browser in which the service worker keeps pictures that were shown. */
export const PICTURES = 'pictures'

/** Forgets all of them: whoever sees them has to be signed in. */
export async function forgetPictures(): Promise<void> {
  // Browsers have caches for https and this machine only; without, nothing was kept.
  if ('caches' in globalThis) await caches.delete(PICTURES).catch(() => false)
}
