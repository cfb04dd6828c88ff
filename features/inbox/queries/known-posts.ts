import { sql } from 'kysely'
import { idOf, type PositionedEvent } from '#platform/contract/event.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { Known, KnownPost } from '#features/availability/rules/notice.ts'

interface PostRow extends KnownPost {
  readonly id: string
}

/** What notices may look up about the posts that these facts name, in one statement. */
export async function knownPosts(tx: Tx, workspaceId: number, events: readonly PositionedEvent[]): Promise<Pick<Known, 'post'>> {
  const ids = events.map((event) => idOf(event, 'postId')).filter((id) => id !== null)
  if (ids.length === 0) return { post: () => undefined }
  const { rows } = await sql<PostRow>`
    select p.id, p.author_id as "authorId", p.thread_id as "threadId", p.deleted, t.opened_by as "openedBy", t.dri_id as "driId", before.author_id as "previousAuthorId",
      array(select m.person_id from mentions m where m.workspace_id = p.workspace_id and m.post_id = p.id) as mentioned,
      array(select a.owner_id from asks a where a.workspace_id = p.workspace_id and a.thread_id = p.thread_id and a.post_id = p.id and a.owner_id is not null
            union select m.person_id from asks a join space_members m on m.workspace_id = a.workspace_id and m.space_id = a.owner_space_id
            where a.workspace_id = p.workspace_id and a.thread_id = p.thread_id and a.post_id = p.id) as asked,
      array(select a.asked_by from asks a join ask_settlements s on s.workspace_id = a.workspace_id and s.ask_id = a.id
            where a.workspace_id = p.workspace_id and a.thread_id = p.thread_id and s.post_id = p.id) as answered
    from posts p
    join threads t on t.workspace_id = p.workspace_id and t.id = p.thread_id
    left join lateral (
      select b.author_id from posts b where b.workspace_id = p.workspace_id and b.thread_id = p.thread_id and b.seq < p.seq and not b.deleted
      order by b.seq desc limit 1
    ) before on true
    where p.workspace_id = ${workspaceId} and p.id = any(${[...new Set(ids)]}::uuid[])
  `.execute(tx)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { post: (id) => byId.get(id) }
}
