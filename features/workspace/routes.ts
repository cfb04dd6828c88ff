import type { App } from '#platform/http/app.ts'
import { handle } from '#platform/http/handle.ts'
import { changeSettings } from './commands/change-settings.ts'
import { giveAddress } from './commands/give-address.ts'
import * as people from './contract/people.ts'
import * as settings from './contract/settings.ts'
import { getSettings } from './queries/get-settings.ts'
import { listAdministeredPeople } from './queries/list-administered-people.ts'

/** What owners and admins see and set for the whole workspace. */
export function addWorkspaceRoutes(app: App): void {
  handle(app, settings.getSettings, getSettings)
  handle(app, settings.changeSettings, { answer: changeSettings, again: getSettings })
  handle(app, people.listAdministeredPeople, listAdministeredPeople)
  handle(app, people.giveAddress, giveAddress)
}
