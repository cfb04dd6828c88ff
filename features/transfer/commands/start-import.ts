import { record } from '#platform/events/record.ts'
import type { Context } from '#platform/context.ts'
import { putOnShelf } from '#platform/files/shelf.ts'
import type { Received } from '#platform/http/receive-file.ts'
import { newId } from '#platform/sql/id.ts'
import { transact } from '#platform/sql/transact.ts'
import type { Import } from '../contract.ts'
import { getImport } from '../queries/get-import.ts'
import { ensureMayImport } from '../rules/failures.ts'
import { keepImport } from './keep-import.ts'

interface Sent {
  readonly kind: 'slack'
  readonly name: string
  readonly file: Received
}

/** Takes an archive that was sent, to be brought in by the worker. */
export async function startImport(ctx: Context, { kind, name, file }: Sent, folder: string): Promise<Import> {
  ensureMayImport(ctx.role)
  return transact(ctx, async (tx) => {
    const id = newId(ctx.now)
    await keepImport(tx, ctx, { id, kind, place: 'server', archive: name, bytes: file.size })
    await record(tx, ctx, { type: 'import.started', subject: { importId: id }, audited: true })
    // The last that can fail, so that no row is without its archive; an archive whose row is rolled back is removed with what was received.
    await putOnShelf(file.path, { folder, id })
    return getImport({ ...ctx, db: tx }, { id })
  })
}
