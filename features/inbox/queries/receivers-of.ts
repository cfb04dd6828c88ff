import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import type { Notice } from '#features/availability/rules/notice.ts'
import type { Level } from '../rules/levels.ts'

export interface Receiver {
  readonly personId: string
  /** The thread or the offer that the notice is about. */
  readonly aboutId: string
  readonly level: Level
  /** How far the person's digests have gone; what comes now waits for a later one. */
  readonly digestsThrough: Temporal.Instant | null
  /** They have a shift, in whichever rotation. */
  readonly onShift: boolean
  /** By when it is of use to them; null where that is no matter. */
  readonly by: Temporal.Instant | null
}

/** Of those whom notices are for, the ones who may read of it today: the thread, with the level at which they follow it, or the offer of a shift. */
export async function receiversOf(
  tx: Tx,
  { workspaceId, now }: { workspaceId: number; now: Temporal.Instant },
  notices: readonly Notice[],
): Promise<Map<string, Receiver>> {
  const rows = [
    ...(await readersOf(
      tx,
      { workspaceId, now },
      notices.filter(({ threadId }) => threadId),
    )),
    ...(await takersOf(
      tx,
      workspaceId,
      notices.filter(({ swapId }) => swapId),
    )),
  ]
  return new Map(rows.map((row) => [keyOf(row.personId, row.aboutId), row]))
}

async function readersOf(
  tx: Tx,
  { workspaceId, now }: { workspaceId: number; now: Temporal.Instant },
  pairs: readonly Notice[],
): Promise<Receiver[]> {
  if (pairs.length === 0) return []
  const { rows } = await sql<Receiver>`
    select distinct p.id as "personId", t.id as "aboutId", null::timestamptz as by, coalesce(tf.level, sf.level, 'named') as level, floor.digests_through as "digestsThrough",
      exists (select from shifts where shifts.workspace_id = ${workspaceId} and shifts.person_id = p.id and shifts.starts_at <= ${now} and shifts.ends_at > ${now})
        as "onShift"
    from unnest(${pairs.map(({ to }) => to)}::uuid[], ${pairs.map(({ threadId }) => threadId)}::uuid[]) as named (person_id, thread_id)
    join people p on p.workspace_id = ${workspaceId} and p.id = named.person_id
    join threads t on t.workspace_id = ${workspaceId} and t.id = named.thread_id
    join spaces s on s.workspace_id = ${workspaceId} and s.id = t.space_id
    left join thread_follows tf on tf.workspace_id = ${workspaceId} and tf.person_id = p.id and tf.thread_id = t.id
    left join space_follows sf on sf.workspace_id = ${workspaceId} and sf.person_id = p.id and sf.space_id = t.space_id
    left join read_floors floor on floor.workspace_id = ${workspaceId} and floor.person_id = p.id
    where not exists (select from person_deactivations gone where gone.workspace_id = ${workspaceId} and gone.person_id = p.id)
      and ((s.visibility = 'open' and p.role <> 'guest') or exists (
        select from space_members m where m.workspace_id = ${workspaceId} and m.space_id = s.id and m.person_id = p.id))
  `.execute(tx)
  return rows
}

/** Whoever has to do with the offer of a shift, guests aside: they are not on call. It is of use until the shift begins. */
async function takersOf(tx: Tx, workspaceId: number, pairs: readonly Notice[]): Promise<Receiver[]> {
  if (pairs.length === 0) return []
  const { rows } = await sql<Receiver>`
    select distinct p.id as "personId", w.id as "aboutId", 'named' as level, floor.digests_through as "digestsThrough", false as "onShift", w.starts_at as by
    from unnest(${pairs.map(({ to }) => to)}::uuid[], ${pairs.map(({ swapId }) => swapId)}::uuid[]) as named (person_id, swap_id)
    join people p on p.workspace_id = ${workspaceId} and p.id = named.person_id and p.role <> 'guest'
    join swaps w on w.workspace_id = ${workspaceId} and w.id = named.swap_id
    left join read_floors floor on floor.workspace_id = ${workspaceId} and floor.person_id = p.id
    where not exists (select from person_deactivations gone where gone.workspace_id = ${workspaceId} and gone.person_id = p.id)
  `.execute(tx)
  return rows
}

const keyOf = (personId: string, aboutId: string): string => `${personId} ${aboutId}`

export const receiverKey = ({ to, threadId, swapId }: Notice): string => keyOf(to, threadId ?? swapId ?? '')
