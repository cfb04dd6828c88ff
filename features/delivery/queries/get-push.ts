import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Visit } from '#platform/http/visit.ts'
import type { Push, PushDevice } from '../contract/push.ts'

interface Row {
  readonly id: string
  readonly sessionId: string
  readonly userAgent: string
  readonly at: Temporal.Instant
  readonly pushedAt: Temporal.Instant | null
}

/** The reader's devices, the newest first, and until when pushes are paused. */
export async function getPush(ctx: Context, visit: Visit): Promise<Omit<Push, 'publicKey'>> {
  const { db, workspaceId, personId, now } = ctx
  const pause = await db
    .selectFrom('push_pauses')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('ends_at', '>', now)
    .select('ends_at')
    .executeTakeFirst()
  return { devices: await listPushDevices(ctx, visit), pausedUntil: pause?.ends_at.toString() ?? null }
}

/** The reader's devices whose sessions have not ended, the newest first. */
export async function listPushDevices({ db, workspaceId, personId, now }: Context, { identity }: Visit): Promise<PushDevice[]> {
  const { rows } = await sql<Row>`
    select d.id, d.session_id as "sessionId", d.user_agent as "userAgent", d.added_at as at, d.pushed_at as "pushedAt" from push_devices d
    join sessions s on s.workspace_id = d.workspace_id and s.id = d.session_id and s.expires_at > ${now}
    where d.workspace_id = ${workspaceId} and d.person_id = ${personId} order by d.id desc
  `.execute(db)
  return rows.map(({ id, sessionId, userAgent, at, pushedAt }) => ({
    id,
    userAgent,
    at: at.toString(),
    pushedAt: pushedAt?.toString() ?? null,
    current: sessionId === identity?.id,
  }))
}
