import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'

/** Where one person's pushes go. */
interface Device {
  readonly id: string
  readonly personId: string
  readonly endpoint: string
}

/** The devices of these people who are still signed in there and have not paused pushes. */
export async function pushDevices(
  tx: Tx,
  { workspaceId, now }: { workspaceId: number; now: Temporal.Instant },
  people: readonly string[],
): Promise<Device[]> {
  const { rows } = await sql<Device>`
    select d.id, d.person_id as "personId", d.endpoint from push_devices d
    where d.workspace_id = ${workspaceId} and d.person_id = any(${[...people]}::uuid[]) and ${takesPushes(now)}
    order by d.id
  `.execute(tx)
  return rows
}

/** The person of device `d` is signed in there, and has not paused pushes. */
export const takesPushes = (now: Temporal.Instant) => sql<boolean>`(
  exists (select from sessions s where s.workspace_id = d.workspace_id and s.id = d.session_id and s.expires_at > ${now})
  and not exists (
    select from push_pauses pause where pause.workspace_id = d.workspace_id and pause.person_id = d.person_id and pause.ends_at > ${now}))`
