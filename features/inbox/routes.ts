import type { App } from '#platform/http/app.ts'
import { handle } from '#platform/http/handle.ts'
import { changeItem } from './commands/change-item.ts'
import { clearInbox } from './commands/clear-inbox.ts'
import * as inbox from './contract.ts'
import { getItem } from './queries/get-item.ts'
import { listInbox } from './queries/list-inbox.ts'
import { listInboxThreads } from './queries/list-inbox-threads.ts'

/** Everything under /inbox. */
export function addInboxRoutes(app: App): void {
  handle(app, inbox.listInbox, listInbox)
  handle(app, inbox.listInboxThreads, listInboxThreads)
  handle(app, inbox.clearInbox, { answer: clearInbox, again: clearInbox })
  handle(app, inbox.changeInboxItem, { answer: changeItem, again: getItem })
}
