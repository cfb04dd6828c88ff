// oxlint-disable house/commands-record -- a delivery is a row of its own, not a fact about the work
import type { Context } from '#platform/context.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { takePosition } from '#platform/events/drain-outbox.ts'
import { transact } from '#platform/sql/transact.ts'
import { layFloors } from '#features/inbox/commands/move-floors.ts'
import type { readHeld as endpoint } from '../contract/today.ts'
import { lockReader } from '../queries/lock-receivers.ts'
import { getHeld } from '../queries/get-held.ts'
import { bring } from './bring.ts'

/** Delivers now, into the app, what is held for the person who asks. It is not delivered again, nor mailed; their moments stay as they are. */
export async function readHeld(ctx: Context): Promise<OutputOf<typeof endpoint>> {
  return transact(ctx, async (tx) => {
    const { workspaceId, personId, now } = ctx
    const position = await takePosition(tx, workspaceId)
    await layFloors(tx, workspaceId, { people: [personId], position: position - 1, now })
    const receivers = [{ ...(await lockReader(tx, workspaceId, personId)), absence: null }]
    const [brought] = await bring(tx, { workspaceId, now, due: null, mail: false }, { receivers, position })
    return { count: brought?.items.length ?? 0, threads: [...(brought?.threads ?? [])], held: await getHeld({ ...ctx, db: tx }) }
  })
}
