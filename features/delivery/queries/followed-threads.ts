import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '#platform/sql/database.ts'
import { reads } from '#features/inbox/access.ts'

/** Which facts a person's digest reads: those after one position up to another. */
export interface Window {
  readonly personId: string
  readonly from: number
  readonly through: number
  /** Only these threads; null for all. */
  readonly threads: readonly string[] | null
}

export interface FollowedThread {
  readonly personId: string
  readonly threadId: string
  readonly number: number
  readonly posts: number
  /** Nobody expects a reply to any of these posts. */
  readonly fyi: boolean
  readonly concluded: boolean
  /** The newest of these posts; 0 when there is none. */
  readonly lastSeq: number
}

/**
 * What happened in the threads these people follow: new posts of others at level digest, and at level named the announcements of their spaces.
 * Not what they have read, may not read today, or have as an inbox item. A thread's own level beats its space's, and members of a space begin at
 * named. One statement for all of them; nothing is written for it.
 */
export async function followedThreads(db: Database | Tx, workspaceId: number, windows: readonly Window[]): Promise<FollowedThread[]> {
  const open = windows.filter(({ from, through }) => from < through)
  if (open.length === 0) return []
  const only = open.every(({ threads }) => threads !== null) ? [...new Set(open.flatMap(({ threads }) => threads ?? []))] : null
  if (only?.length === 0) return []
  const { rows } = await sql<FollowedThread>`
    with windows as materialized (
      select person_id, from_position, through_position, threads from jsonb_to_recordset(${JSON.stringify(open.map(rowOf))}::jsonb)
        as w (person_id uuid, from_position bigint, through_position bigint, threads uuid[])
    ), happened as materialized (
      select e.type, e.actor_id, e.stream_id, e.stream_seq, e.position, po.id as post_id, po.fyi from ${eventsOf(workspaceId, only)} e
      left join posts po on po.workspace_id = ${workspaceId} and po.thread_id = e.stream_id and po.seq = e.stream_seq and e.type = 'post.added'
      where not coalesce(po.deleted, false)
    ), own as materialized (
      select actor_id as person_id, stream_id as thread_id, max(stream_seq) as seq from happened where type = 'post.added' group by 1, 2
    ), named as materialized (
      select i.person_id, i.post_id from happened e
      cross join lateral (select item.person_id, item.post_id from inbox_items item where item.workspace_id = ${workspaceId} and item.post_id = e.post_id offset 0) i
      where i.person_id in (select person_id from windows)
    ), ${levelsOf(workspaceId, only !== null)}, followed as materialized (
      select w.person_id, w.from_position, w.through_position, t.id as thread_id, t.number, t.concluded, levels.level,
        greatest(rm.seq, own.seq, 0) as seen
      from levels
      join windows w on w.person_id = levels.person_id
      join touched t on t.id = levels.thread_id
      join people p on p.workspace_id = ${workspaceId} and p.id = levels.person_id
      join spaces s on s.workspace_id = ${workspaceId} and s.id = t.space_id
      left join read_marks rm on rm.workspace_id = ${workspaceId} and rm.person_id = levels.person_id and rm.thread_id = t.id
      left join own on own.person_id = levels.person_id and own.thread_id = t.id
      where (levels.level = 'digest' or (levels.level = 'named' and t.kind = 'announcement')) and ${reads}
    )
    select f.person_id as "personId", f.thread_id as "threadId", f.number, count(e.post_id)::integer as posts,
      bool_or(e.type = 'thread.concluded') and f.concluded as concluded,
      coalesce(bool_and(e.fyi) filter (where e.type = 'post.added'), false) as fyi, coalesce(max(e.stream_seq), 0) as "lastSeq"
    from followed f
    join happened e on e.stream_id = f.thread_id and e.position > f.from_position and e.position <= f.through_position
      and e.actor_id is distinct from f.person_id
    where (case f.level when 'digest' then true else e.stream_seq = 1 end)
      and (e.type = 'thread.concluded' or e.stream_seq > f.seen)
      and (e.post_id is null or (f.person_id, e.post_id) not in (select person_id, post_id from named))
    group by f.person_id, f.thread_id, f.number, f.concluded
    having count(e.post_id) > 0 or (bool_or(e.type = 'thread.concluded') and f.concluded)
    order by max(e.position)
  `.execute(db)
  return rows
}

const rowOf = ({ personId, from, through, threads }: Window) => ({
  person_id: personId,
  from_position: from,
  through_position: through,
  threads,
})

/** What happened within all of `windows`: in the whole workspace, or in these threads. */
function eventsOf(workspaceId: number, only: readonly string[] | null): RawBuilder<unknown> {
  const within = sql`e.workspace_id = ${workspaceId} and e.type in ('post.added', 'thread.concluded')
    and e.position > (select min(from_position) from windows) and e.position <= (select max(through_position) from windows)`
  if (only === null) return sql`(select e.* from events e where ${within})`
  return sql`(select e.* from unnest(${only}::uuid[]) as thread (id) cross join lateral (
    select e.type, e.actor_id, e.stream_id, e.stream_seq, e.position from events e where ${within} and e.stream_id = thread.id offset 0) e)`
}

/** Who of `windows` follows which of the threads in which something `happened`, and at which level: the thread's own, else the space's. */
const levelsOf = (workspaceId: number, narrowed: boolean) => sql`
  touched as materialized (
    select t.* from (select distinct stream_id from happened) moved
    cross join lateral (
      -- Looked up one by one: left to itself the database reads all threads, to find the few that moved.
      select threads.id, threads.number, threads.kind, threads.concluded, threads.space_id from threads
      where threads.workspace_id = ${workspaceId} and threads.id = moved.stream_id offset 0) t
  ), places as materialized (
    select sf.person_id, sf.space_id, sf.level from space_follows sf
    where sf.workspace_id = ${workspaceId} and sf.person_id in (select person_id from windows)
    union all
    select m.person_id, m.space_id, 'named' from space_members m
    where m.workspace_id = ${workspaceId} and m.person_id in (select person_id from windows) and not exists (
      select from space_follows sf where sf.workspace_id = m.workspace_id and sf.person_id = m.person_id and sf.space_id = m.space_id)
  ), levels as materialized (
    ${
      narrowed
        ? sql`select tf.person_id, tf.thread_id, tf.level from (select distinct person_id, thread_id from windows, unnest(threads) as thread_id) told
          join thread_follows tf on tf.workspace_id = ${workspaceId} and tf.person_id = told.person_id and tf.thread_id = told.thread_id`
        : sql`select tf.person_id, tf.thread_id, tf.level from thread_follows tf
          where tf.workspace_id = ${workspaceId} and tf.person_id in (select person_id from windows) and tf.thread_id in (select id from touched)`
    }
    union all
    select place.person_id, t.id, place.level from touched t join places place on place.space_id = t.space_id
    where (place.level = 'digest' or (place.level = 'named' and t.kind = 'announcement')) and not exists (
      select from thread_follows tf where tf.workspace_id = ${workspaceId} and tf.person_id = place.person_id and tf.thread_id = t.id)
  )`
