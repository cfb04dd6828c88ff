import type { App } from '#platform/http/app.ts'
import { handle } from '#platform/http/handle.ts'
import type { Live } from '#platform/live/live.ts'
import { catchUp } from './commands/catch-up.ts'
import { dropMail } from './commands/drop-mail.ts'
import { readHeld } from './commands/read-held.ts'
import { retryMail } from './commands/retry-mail.ts'
import { unsubscribe } from './commands/unsubscribe.ts'
import * as delivery from './contract.ts'
import { getCatchUp } from './queries/get-catch-up.ts'
import { getHeld } from './queries/get-held.ts'
import { addLiveRoute } from './live.ts'
import { getToday } from './queries/get-today.ts'
import { getMail, listMails } from './queries/list-mails.ts'

/** What is held, Today, mails for those who administer, and the way out of mails. */
export function addDeliveryRoutes(app: App, { secret, live }: { secret: string; live: Live }): void {
  handle(app, delivery.getToday, getToday)
  handle(app, delivery.getHeld, getHeld)
  handle(app, delivery.readHeld, { answer: readHeld, again: readHeld })
  handle(app, delivery.getCatchUp, getCatchUp)
  handle(app, delivery.catchUp, { answer: catchUp, again: catchUp })
  handle(app, delivery.listMails, listMails)
  handle(app, delivery.retryMail, { answer: retryMail, again: getMail })
  handle(app, delivery.dropMail, { answer: dropMail, again: async () => ({}) })
  addUnsubscribe(app, secret)
  addLiveRoute(app, live)
}

/** A mail program presses this with a form of its own making, so that its body is not looked at. */
function addUnsubscribe(app: App, secret: string): void {
  app.endpoints.push(delivery.unsubscribe)
  app.hono.post(`/api/v1${delivery.unsubscribe.path}`, async (c) =>
    c.json(await unsubscribe({ db: app.server.db, now: c.get('now'), secret, token: c.req.param('token') ?? '' })),
  )
}
