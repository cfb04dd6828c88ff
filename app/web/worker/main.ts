import { sendWaiting } from '#platform/browser/send-waiting.ts'
import { pagesOf } from './pages.ts'
import { answerPicture } from './pictures.ts'
import { openPush, renewPush, showPush } from './push.ts'
import { type Release, scope } from './scope.ts'

/** Written in by the build. */
declare const RELEASE: Release

const pages = pagesOf(RELEASE)

scope.addEventListener('install', (event) => event.waitUntil(pages.keepFirst()))
scope.addEventListener('activate', (event) => event.waitUntil(Promise.all([scope.clients.claim(), pages.dropOld()])))
scope.addEventListener('fetch', (event) => {
  answerPicture(event)
  pages.answer(event)
})
scope.addEventListener('sync', (event) => event.waitUntil(sendAll()))
scope.addEventListener('push', (event) => event.waitUntil(showPush(event)))
scope.addEventListener('notificationclick', (event) => event.waitUntil(openPush(event)))
scope.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renewPush(event)))
scope.addEventListener('message', (event) => {
  const wish = event.data
  if (wish === 'take over') event.waitUntil(scope.skipWaiting())
  else event.waitUntil(Promise.all([pages.keepAll(wish.keepAllIn), pages.dropOld()]))
})

/** When it fails the browser calls again, later each time. */
async function sendAll(): Promise<void> {
  if ((await sendWaiting()) === 'unreached') throw new Error('The server was not reached.')
}
