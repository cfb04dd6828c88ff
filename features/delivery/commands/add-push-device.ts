// oxlint-disable house/commands-record -- how one is reached on one's own devices is no fact about the work
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { conflict, invalid } from '#platform/contract/failure.ts'
import type { Visit } from '#platform/http/visit.ts'
import { isPushAddress } from '#platform/push/addresses.ts'
import { arePushKeys } from '#platform/push/encrypt.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { transact } from '#platform/sql/transact.ts'
import type { addPushDevice as contract, PushDevice } from '../contract/push.ts'
import { listPushDevices } from '../queries/get-push.ts'
import { MOST_DEVICES } from '../rules/moments.ts'
import { refusalText } from '../rules/refusal-texts.ts'

type Input = InputOf<typeof contract>

const LOCK_CLASS = 727_005

interface Asking {
  readonly visit: Visit
  /** Addresses of this machine are allowed, which tests need. */
  readonly near: boolean
}

/** Keeps the browser that asks among the devices of its person, with its session. Throws `push.too_many_devices`. */
export async function addPushDevice(ctx: Context, input: Input, { visit, near }: Asking): Promise<PushDevice> {
  ensureReachable(input, near)
  return transact(ctx, async (tx) => {
    const sessionId = visit.identity?.id ?? ''
    await lockAdding(tx, ctx)
    await forget(tx, ctx, { sessionId, endpoint: input.endpoint })
    await keep(tx, ctx, { ...input, sessionId })
    const devices = await listPushDevices({ ...ctx, db: tx }, visit)
    if (devices.length > MOST_DEVICES) throw conflict('push.too_many_devices', () => refusalText('tooManyDevices', { most: MOST_DEVICES }))
    const added = devices.find(({ current }) => current)
    if (!added) throw new Error('A device was just kept, and it is not there.')
    return added
  })
}

function ensureReachable({ endpoint, keys }: Input, near: boolean): void {
  if (!near && !isPushAddress(endpoint)) throw invalid([{ path: 'endpoint', message: () => refusalText('endpointOfBrowser') }])
  if (!arePushKeys(keys)) throw invalid([{ path: 'keys', message: () => refusalText('keysOfBrowser') }])
}

/** Of several that add a device at the same instant each finds what the one before has done, as if they had come one after the other. */
async function lockAdding(tx: Tx, { workspaceId }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK_CLASS}, ${workspaceId}::integer)`.execute(tx)
}

/** A session is one device, and one browser is one person's: whoever used it before gets nothing there any more. */
async function forget(tx: Tx, { workspaceId }: Context, { sessionId, endpoint }: { sessionId: string; endpoint: string }): Promise<void> {
  await sql`
    delete from push_devices where workspace_id = ${workspaceId} and (session_id = ${sessionId}::uuid or endpoint = ${endpoint})
  `.execute(tx)
}

async function keep(tx: Tx, ctx: Context, { sessionId, endpoint, keys }: Input & { sessionId: string }): Promise<void> {
  await tx
    .insertInto('push_devices')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(ctx.now),
      person_id: ctx.personId,
      session_id: sessionId,
      endpoint,
      p256dh: keys.p256dh,
      auth: keys.auth,
      user_agent: ctx.origin?.userAgent ?? '',
      added_at: ctx.now,
    })
    .execute()
}
