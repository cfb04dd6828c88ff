import type { App } from '#platform/http/app.ts'
import { handle } from '#platform/http/handle.ts'
import { handleUpload } from '#platform/http/handle-upload.ts'
import { resumeImport } from './commands/resume-import.ts'
import { startImport } from './commands/start-import.ts'
import { stopImport } from './commands/stop-import.ts'
import * as transfer from './contract.ts'
import { getImport } from './queries/get-import.ts'
import { listImports } from './queries/list-imports.ts'
import { ensureMayImport } from './rules/failures.ts'

/** As large as an archive may be. */
const LARGEST = 20 * 1024 ** 3

/** What is brought in from elsewhere; `folder` is where archives wait. */
export function addTransferRoutes(app: App, { importsFolder: folder }: { importsFolder: string }): void {
  handleUpload(app, transfer.startImport, {
    folder,
    largest: LARGEST,
    ensure: (ctx) => ensureMayImport(ctx.role),
    answer: (ctx, input) => startImport(ctx, input, folder),
    again: (ctx, made) => getImport(ctx, { id: made }),
    made: ({ id }) => id,
  })
  handle(app, transfer.listImports, listImports)
  handle(app, transfer.getImport, getImport)
  handle(app, transfer.stopImport, { answer: stopImport, again: getImport })
  handle(app, transfer.resumeImport, { answer: resumeImport, again: getImport })
}
