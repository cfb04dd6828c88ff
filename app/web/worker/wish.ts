/** What a page asks of the worker: to keep all of the release with the texts of one language, or to serve this one from now on. */
export type Wish = { readonly keepAllIn: string } | 'take over'

/** Tells a worker what is wished of it. */
export function wish(worker: ServiceWorker, what: Wish): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of this origin, and takes none
  worker.postMessage(what)
}
