import { addAskRoutes } from '#features/asks/routes.ts'
import { addAvailabilityRoutes } from '#features/availability/routes.ts'
import { addDeliveryRoutes } from '#features/delivery/routes.ts'
import { addInboxRoutes } from '#features/inbox/routes.ts'
import { addPeopleRoutes } from '#features/people/routes.ts'
import { addSearchRoutes } from '#features/search/routes.ts'
import { addSpaceRoutes } from '#features/spaces/routes.ts'
import type { FileParts } from '#features/threads/commands/create-upload.ts'
import { addThreadRoutes } from '#features/threads/routes/threads.ts'
import { addFileRoutes } from '#features/threads/routes/files.ts'
import { addTransferRoutes } from '#features/transfer/routes.ts'
import { addWorkspaceRoutes } from '#features/workspace/routes.ts'
import { addContractRoutes } from '#platform/http/contract-routes.ts'
import { addHealthRoutes, metricsRegistry } from '#platform/http/health-routes.ts'
import type { Live } from '#platform/live/live.ts'
import type { App } from '#platform/http/app.ts'
import { version } from './version.ts'

export interface RouteSettings {
  /** Asked for at first run when Baton can be reached from other machines. */
  readonly setupCode: string | null
  /** What links and codes are signed with. */
  readonly secret: string
  /** Whether codes can be sent by mail. */
  readonly mail: boolean
  /** Who listens in this process. */
  readonly live: Live
  readonly files: FileParts
  /** Where archives wait to be brought in. */
  readonly importsFolder: string
  /** What browsers subscribe to pushes with, and whether these may go to services on this machine. */
  readonly push: { readonly publicKey: string; readonly near: boolean }
}

/** Every route of the product, by feature; last what is made from all of them. */
export function addRoutes(app: App, settings: RouteSettings): void {
  addPeopleRoutes(app, settings)
  addWorkspaceRoutes(app)
  addSpaceRoutes(app)
  addAvailabilityRoutes(app, settings)
  addThreadRoutes(app)
  addFileRoutes(app, settings.files)
  addAskRoutes(app)
  addInboxRoutes(app)
  addDeliveryRoutes(app, settings)
  addSearchRoutes(app)
  addTransferRoutes(app, settings)
  addHealthRoutes(app, metricsRegistry())
  addContractRoutes(app, { title: 'Baton API', version })
}
