import type { App } from '#platform/http/app.ts'
import { handle } from '#platform/http/handle.ts'
import type { Live } from '#platform/live/live.ts'
import { addPushDevice } from './commands/add-push-device.ts'
import { catchUp } from './commands/catch-up.ts'
import { dropMail } from './commands/drop-mail.ts'
import { pausePush } from './commands/pause-push.ts'
import { readHeld } from './commands/read-held.ts'
import { removePushDevice } from './commands/remove-push-device.ts'
import { resumePush } from './commands/resume-push.ts'
import { retryMail } from './commands/retry-mail.ts'
import { unsubscribe } from './commands/unsubscribe.ts'
import * as mails from './contract/mails.ts'
import * as push from './contract/push.ts'
import * as day from './contract/today.ts'
import { getCatchUp } from './queries/get-catch-up.ts'
import { getHeld } from './queries/get-held.ts'
import { getPush } from './queries/get-push.ts'
import { addLiveRoute } from './live.ts'
import { getToday } from './queries/get-today.ts'
import { getMail, listMails } from './queries/list-mails.ts'

interface PushSettings {
  /** What browsers subscribe with. */
  readonly publicKey: string
  /** Whether pushes may go to services on this machine. */
  readonly near: boolean
}

interface DeliverySettings {
  readonly secret: string
  readonly live: Live
  readonly push: PushSettings
}

/** What is held, Today, one’s pushes, mails for those who administer, and the way out of mails. */
export function addDeliveryRoutes(app: App, { secret, live, push: pushes }: DeliverySettings): void {
  handle(app, day.getToday, getToday)
  handle(app, day.getHeld, getHeld)
  handle(app, day.readHeld, { answer: readHeld, again: readHeld })
  handle(app, day.getCatchUp, getCatchUp)
  handle(app, day.catchUp, { answer: catchUp, again: catchUp })
  handle(app, mails.listMails, listMails)
  handle(app, mails.retryMail, { answer: retryMail, again: getMail })
  handle(app, mails.dropMail, { answer: dropMail, again: nothing })
  addPushRoutes(app, pushes)
  addUnsubscribe(app, secret)
  addLiveRoute(app, live)
}

function addPushRoutes(app: App, { publicKey, near }: PushSettings): void {
  handle(app, push.getPush, async (ctx, _input, visit) => ({ publicKey, ...(await getPush(ctx, visit)) }))
  handle(app, push.addPushDevice, (ctx, input, visit) => addPushDevice(ctx, input, { visit, near }))
  handle(app, push.removePushDevice, { answer: removePushDevice, again: nothing })
  handle(app, push.pausePush, { answer: pausePush, again: pausePush })
  handle(app, push.resumePush, { answer: resumePush, again: resumePush })
}

async function nothing(): Promise<Record<never, never>> {
  return {}
}

/** A mail program presses this with a form of its own making, so that its body is not looked at. */
function addUnsubscribe(app: App, secret: string): void {
  app.endpoints.push(mails.unsubscribe)
  app.hono.post(`/api/v1${mails.unsubscribe.path}`, async (c) =>
    c.json(await unsubscribe({ db: app.server.db, now: c.get('now'), secret, token: c.req.param('token') ?? '' })),
  )
}
