import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { excerptOf } from '#platform/markdown/plain-text.ts'
import { cursorInstant, cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { reads, wroteBehind } from '../access.ts'
import type { FollowedThread, listInboxThreads as endpoint } from '../contract.ts'
import { takesNoDigests } from '../rules/levels.ts'

interface Row {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly kind: string
  readonly slug: string
  readonly spaceName: string
  readonly posts: number
  readonly firstUnread: number
  readonly lastUnread: number
  readonly body: string
  readonly handle: string
  readonly name: string
  readonly at: Temporal.Instant
  readonly lastPostAt: Temporal.Instant
}

/**
 * Followed threads with delivered posts that are not read yet, the newest first: built by reading, among the five hundred that moved last within
 * ninety days. One statement, and one for the calendar, which is remembered: for those who take no digests everything counts as delivered.
 */
export async function listInboxThreads(
  ctx: Context,
  { after, limit }: InputOf<typeof endpoint>,
): Promise<{ items: FollowedThread[]; next: string | null }> {
  const calendar = (await resolvedCalendars(ctx.db, ctx.workspaceId, [ctx.personId])).get(ctx.personId)
  const atOnce = calendar !== undefined && takesNoDigests(calendar, ctx.now.epochMilliseconds)
  const { rows } = await statement(ctx, { atOnce, limit: limit + 1, before: placeOf(after) }).execute(ctx.db)
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map(viewOf),
    next: rows.length > limit && last ? cursorOf([last.lastPostAt.toString(), last.id]) : null,
  }
}

interface Piece {
  readonly atOnce: boolean
  readonly limit: number
  readonly before: { readonly at: string; readonly id: string }
}

// What is followed is found as sets, each once: a database that has counted nothing yet would join them row by row.
const statement = ({ workspaceId, personId, now }: Context, { atOnce, limit, before }: Piece) => sql<Row>`
  with own as materialized (
    select tf.thread_id, tf.level from thread_follows tf where tf.workspace_id = ${workspaceId} and tf.person_id = ${personId}
  ), followed as materialized (
    select thread_id, false as first_only from own where level = 'digest'
    union all
    select t.id, false from space_follows sf join threads t on t.workspace_id = sf.workspace_id and t.space_id = sf.space_id
    where sf.workspace_id = ${workspaceId} and sf.person_id = ${personId} and sf.level = 'digest' and t.id not in (select thread_id from own)
    union all
    select t.id, true from space_members m
    join threads t on t.workspace_id = m.workspace_id and t.space_id = m.space_id and t.kind = 'announcement'
    left join space_follows sf on sf.workspace_id = m.workspace_id and sf.person_id = m.person_id and sf.space_id = m.space_id
    where m.workspace_id = ${workspaceId} and m.person_id = ${personId} and coalesce(sf.level, 'named') = 'named' and t.id not in (select thread_id from own)
    union all
    select t.id, true from threads t
    where t.workspace_id = ${workspaceId} and t.kind = 'announcement' and t.id = any(array(select thread_id from own where level = 'named'))
  ), moved as (
    select t.id, t.number, t.title, t.kind, t.space_id, t.last_post_at, coalesce(rm.seq, 0) as read,
      t.id in (select thread_id from followed where first_only) as first_only
    from threads t
    left join read_marks rm on rm.workspace_id = t.workspace_id and rm.person_id = ${personId} and rm.thread_id = t.id
    where t.workspace_id = ${workspaceId} and t.id = any(array(select thread_id from followed))
      and t.last_seq > coalesce(rm.seq, 0) and t.last_post_at > ${now.subtract({ hours: 24 * 90 })}
      and (t.last_post_at, t.id) < (${before.at}::timestamptz, ${before.id}::uuid)
    order by t.last_post_at desc, t.id desc limit 500
  )
  select t.id, t.number, t.title, t.kind, s.slug, s.name as "spaceName", fresh.posts, fresh.first as "firstUnread", fresh.last as "lastUnread", newest.body, author.handle, author.name,
    newest.posted_at as at, t.last_post_at as "lastPostAt"
  from moved t
  join people p on p.workspace_id = ${workspaceId} and p.id = ${personId}
  join spaces s on s.workspace_id = ${workspaceId} and s.id = t.space_id
  join read_floors floor on floor.workspace_id = ${workspaceId} and floor.person_id = p.id
  cross join lateral (
    select count(*)::integer as posts, min(e.stream_seq) as first, max(e.stream_seq) as last
    from events e join posts po on po.workspace_id = e.workspace_id and po.thread_id = e.stream_id and po.seq = e.stream_seq and not po.deleted
    where e.workspace_id = ${workspaceId} and e.stream_id = t.id and e.type = 'post.added' and e.stream_seq > t.read and (not t.first_only or e.stream_seq = 1)
      and e.actor_id is distinct from p.id and e.position > floor.read_through and (${atOnce}::boolean or e.position <= floor.delivered_through)
      and not ${wroteBehind(sql`p.id`)}
      and not exists (select from inbox_items i where i.workspace_id = e.workspace_id and i.person_id = p.id and i.post_id = po.id)
  ) fresh
  join posts newest on newest.workspace_id = ${workspaceId} and newest.thread_id = t.id and newest.seq = fresh.last
  join people author on author.workspace_id = ${workspaceId} and author.id = newest.author_id
  where ${reads} and fresh.posts > 0
  order by t.last_post_at desc, t.id desc limit ${limit}
`

function viewOf(row: Row): FollowedThread {
  const { number, title, kind, slug, spaceName, posts, firstUnread, lastUnread, body, handle, name, at } = row
  return {
    number,
    title,
    kind,
    space: { slug, name: spaceName },
    posts,
    firstUnread,
    lastUnread,
    excerpt: excerptOf(body),
    by: { handle, name },
    at: at.toString(),
  }
}

const cursor = z.tuple([cursorInstant, z.uuid()])

function placeOf(after: string | undefined): Piece['before'] {
  const [at, id] = readCursor(cursor, after) ?? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  return { at, id }
}
