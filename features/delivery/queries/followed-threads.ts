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
  /** Whom it is told: they follow it, and the same is new to them. */
  readonly people: readonly string[]
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
      select w.*, p.role from jsonb_to_recordset(${JSON.stringify(open.map(rowOf))}::jsonb)
        as w (person_id uuid, from_position bigint, through_position bigint, threads uuid[])
      join people p on p.workspace_id = ${workspaceId} and p.id = w.person_id
    ), happened as materialized (
      select e.type, e.actor_id, e.stream_id, e.stream_seq, e.position, po.id as post_id, po.fyi from ${eventsOf(workspaceId, only)} e
      left join posts po on po.workspace_id = ${workspaceId} and po.thread_id = e.stream_id and po.seq = e.stream_seq and e.type = 'post.added'
      where not coalesce(po.deleted, false)
    ), own as materialized (
      select actor_id as person_id, stream_id as thread_id, max(stream_seq) filter (where type = 'post.added') as seq from happened group by 1, 2
    ), named as materialized (
      select i.person_id, e.stream_id as thread_id, i.post_id from happened e
      cross join lateral (select item.person_id, item.post_id from inbox_items item where item.workspace_id = ${workspaceId} and item.post_id = e.post_id offset 0) i
    ), ${levelsOf(workspaceId, only !== null)}, ${readersOf(workspaceId)}
    select r.people, r.thread_id as "threadId", r.number, news.posts, news.fyi, news.concluded, news.seq as "lastSeq"
    from readers r join touched t on t.id = r.thread_id
    cross join lateral (
      select count(e.post_id)::integer as posts, coalesce(bool_and(e.fyi) filter (where e.type = 'post.added'), false) as fyi,
        bool_or(e.type = 'thread.concluded') and r.concluded as concluded, coalesce(max(e.stream_seq), 0) as seq, max(e.position) as position
      from unnest(t.events) as e (type text, actor_id uuid, stream_seq integer, position bigint, post_id uuid, fyi boolean)
      where e.position > r.from_position and e.position <= r.through_position
        and (r.level = 'digest' or e.stream_seq = 1) and (e.type = 'thread.concluded' or e.stream_seq > r.seen)
        and (r.apart is null or (e.actor_id is distinct from r.apart
          and (e.post_id is null or (r.apart, e.post_id) not in (select person_id, post_id from named))))
    ) news
    where news.posts > 0 or news.concluded order by news.position
  `.execute(db)
  return rows
}

/** What is told to each of these people, in the same order. */
export function ofEachFollower(threads: readonly FollowedThread[]): Map<string, FollowedThread[]> {
  const told = threads.flatMap((thread) => thread.people.map((personId) => ({ personId, thread })))
  const byPerson = Map.groupBy(told, ({ personId }) => personId)
  return new Map([...byPerson].map(([personId, ofPerson]) => [personId, ofPerson.map(({ thread }) => thread)]))
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
    select t.*, s.visibility, moved.events from (
      select stream_id, array_agg(row(type, actor_id, stream_seq, position, post_id, fyi)) as events from happened group by stream_id) moved
    cross join lateral (
      -- Looked up one by one: left to itself the database reads all threads, to find the few that moved.
      select threads.id, threads.number, threads.kind, threads.concluded, threads.space_id from threads
      where threads.workspace_id = ${workspaceId} and threads.id = moved.stream_id offset 0) t
    join spaces s on s.workspace_id = ${workspaceId} and s.id = t.space_id
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
        : // By both within one index: of what these people follow, and of who follows these threads, only what meets is read.
          sql`select tf.person_id, tf.thread_id, tf.level from thread_follows tf where tf.workspace_id = ${workspaceId}
          and tf.person_id = any(array(select person_id from windows)) and tf.thread_id = any(array(select id from touched))`
    }
    union all
    select place.person_id, t.id, place.level from touched t join places place on place.space_id = t.space_id
    where (place.level = 'digest' or (place.level = 'named' and t.kind = 'announcement')) and not exists (
      select from thread_follows tf where tf.workspace_id = ${workspaceId} and tf.person_id = place.person_id and tf.thread_id = t.id)
  )`

/** Whose windows, marks and levels in a thread are the same are told the same, which is counted once; those who wrote or are named there stand `apart`. */
const readersOf = (workspaceId: number) => sql`
  followed as materialized (
    select w.person_id, w.from_position, w.through_position, t.id as thread_id, t.number, t.concluded, levels.level,
      greatest(rm.seq, own.seq, 0) as seen,
      case when own.person_id is not null or (w.person_id, t.id) in (select person_id, thread_id from named) then w.person_id end as apart
    from levels
    join windows w on w.person_id = levels.person_id
    join touched t on t.id = levels.thread_id
    cross join lateral (select ${workspaceId}::integer as workspace_id, w.person_id as id, w.role) p
    cross join lateral (select ${workspaceId}::integer as workspace_id, t.space_id as id, t.visibility) s
    left join read_marks rm on rm.workspace_id = ${workspaceId} and rm.person_id = levels.person_id and rm.thread_id = t.id
    left join own on own.person_id = levels.person_id and own.thread_id = t.id
    where (levels.level = 'digest' or (levels.level = 'named' and t.kind = 'announcement')) and ${reads}
  ), readers as materialized (
    select thread_id, number, concluded, level, seen, from_position, through_position, apart, array_agg(person_id) as people
    from followed group by thread_id, number, concluded, level, seen, from_position, through_position, apart
  )`
