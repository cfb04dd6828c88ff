// oxlint-disable house/commands-record -- a push is a row of its own, not a fact about the work
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { pushDevices } from '../queries/push-devices.ts'
import type { Brought } from './bring.ts'
import { tried } from './queue-mails.ts'

interface At {
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/** Queues a push for each device of those to whom something was brought. What could not be sent to it before goes into it, as with mails. */
export async function queuePushes(tx: Tx, at: At, brought: readonly Brought[]): Promise<void> {
  const reached = new Map(brought.filter(({ hasDevices }) => hasDevices).map((delivery) => [delivery.personId, delivery]))
  if (reached.size === 0) return
  const devices = await pushDevices(tx, at, [...reached.keys()])
  const pushes = devices.map(({ id: deviceId, personId, endpoint }) => {
    const { deliveryId, kind } = reached.get(personId)!
    return { id: newId(at.now), deviceId, personId, deliveryId, kind, service: new URL(endpoint).host }
  })
  if (pushes.length === 0) return
  const { workspaceId, now } = at
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(pushes)}::jsonb)
        as p (id uuid, "deviceId" uuid, "personId" uuid, "deliveryId" uuid, kind text, service text)
    ), waiting as (
      select push.id, given.id as into_id from given join pushes push
        on push.workspace_id = ${workspaceId} and push.device_id = given."deviceId" and push.state = 'queued'
      for update of push
    ), merged as (
      update pushes set state = 'merged', merged_into = waiting.into_id from waiting
      where pushes.workspace_id = ${workspaceId} and (pushes.id = waiting.id or pushes.merged_into = waiting.id)
    )
    insert into pushes (workspace_id, id, person_id, device_id, service, kind, delivery_id, state, queued_at, next_attempt_at, park_after)
    select ${workspaceId}::integer, id, "personId", "deviceId", service, kind, "deliveryId", 'queued', ${now}::timestamptz, ${now}::timestamptz,
      ${now.add(tried)}::timestamptz
    from given
  `.execute(tx)
}
