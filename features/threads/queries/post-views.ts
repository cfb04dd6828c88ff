import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { statementOnce } from '#platform/sql/written-once.ts'
import { inTurns } from '#platform/markdown/in-turns.ts'
import { rendered } from '#platform/markdown/rendering-cache.ts'
import type { PostHead, Reaction } from '../contract/post.ts'
import { mayDeletePost, mayEditPost } from '../policy.ts'
import { postWindow, type Wanted } from '../rules/post-window.ts'
import { fileViews, filesOfPost } from './file-views.ts'
import { findLinks, linksFrom } from './find-links.ts'

export interface PostPiece {
  readonly items: PostHead[]
  readonly next: number | null
}

interface ReadThread {
  readonly id: string
  readonly lastSeq: number
  readonly may: { readonly post: boolean }
}

/** A window of posts of a thread that the reader may see, without their asks: one statement, and one more when they refer to anything. */
export async function postViews(ctx: Context, thread: ReadThread, wanted: Wanted): Promise<PostPiece> {
  const { from, through, next } = postWindow(wanted, thread.lastSeq)
  if (through < from) return { items: [], next }
  const { db, workspaceId, personId } = ctx
  const rows = await postsBetween(db, { workspaceId, personId, threadId: thread.id, from, through })
  return { items: await toPosts(ctx, rows, thread.may.post), next }
}

type Between = Pick<Context, 'workspaceId' | 'personId'> & { threadId: string; from: number; through: number }

const postsBetween = statementOnce(({ workspaceId, personId, threadId, from, through }: Between, db) =>
  postRows({ db, workspaceId, personId })
    .where('posts.thread_id', '=', threadId)
    .where('posts.seq', '>=', from)
    .where('posts.seq', '<=', through)
    .orderBy('posts.seq'),
)

/** Posts with their authors, who deleted them and who reacted. */
export function postRows({ db, workspaceId, personId }: Pick<Context, 'db' | 'workspaceId' | 'personId'>) {
  return db
    .selectFrom('posts')
    .innerJoin('people as author', (join) =>
      join.onRef('author.workspace_id', '=', 'posts.workspace_id').onRef('author.id', '=', 'posts.author_id'),
    )
    .leftJoin('post_deletions as deletion', (join) =>
      join.onRef('deletion.workspace_id', '=', 'posts.workspace_id').onRef('deletion.post_id', '=', 'posts.id'),
    )
    .leftJoin('people as remover', (join) =>
      join.onRef('remover.workspace_id', '=', 'deletion.workspace_id').onRef('remover.id', '=', 'deletion.deleted_by'),
    )
    .where('posts.workspace_id', '=', workspaceId)
    .select(['posts.id', 'posts.seq', 'posts.author_id as authorId', 'author.handle', 'author.name', 'posts.body', 'posts.fyi'])
    .select(sql<PostHead['kind']>`posts.kind`.as('kind'))
    .select(['posts.posted_at as postedAt', 'posts.edited_at as editedAt', 'posts.version', 'deletion.deleted_at as deletedAt'])
    .select(['remover.handle as removerHandle', 'remover.name as removerName', filesOfPost.as('files')])
    .select(reactionsFor(personId).as('reactions'))
    .select(whereItWent.as('moved'))
    .select(
      sql<boolean>`exists (select from saved_posts kept where kept.workspace_id = posts.workspace_id and kept.person_id = ${personId} and kept.post_id = posts.id)`.as(
        'saved',
      ),
    )
}

/** A split stays within a space, so who sees the place may see the post. */
const whereItWent = sql<PostHead['moved']>`(
  select json_build_object('number', elsewhere.number, 'seq', gone.seq, 'title', elsewhere.title,
    'by', json_build_object('handle', mover.handle, 'name', mover.name), 'at', move.moved_at)
  from post_moves move
  join posts gone on gone.workspace_id = move.workspace_id and gone.id = move.post_id
  join threads elsewhere on elsewhere.workspace_id = gone.workspace_id and elsewhere.id = gone.thread_id
  join people mover on mover.workspace_id = move.workspace_id and mover.id = move.moved_by
  where posts.deleted and move.workspace_id = posts.workspace_id and move.place_id = posts.id)`

const MOST_NAMED = 20

/** The reactions to `posts`, as one reader sees them. */
const reactionsFor = (personId: string) => sql<Reaction[]>`(
  select coalesce(json_agg(json_build_object('emoji', emoji, 'people', to_json(people[:${sql.lit(MOST_NAMED)}]), 'count', count, 'mine', mine) order by since, emoji), '[]')
  from (
    select reaction.emoji, min(reaction.reacted_at) as since, count(*)::integer as count, bool_or(reaction.person_id = ${personId}) as mine,
      array_agg(json_build_object('handle', person.handle, 'name', person.name) order by reaction.reacted_at, person.handle) as people
    from post_reactions reaction
    join people person on person.workspace_id = reaction.workspace_id and person.id = reaction.person_id
    where reaction.workspace_id = posts.workspace_id and reaction.post_id = posts.id
    group by reaction.emoji
  ) reacted)`

type PostRow = Awaited<ReturnType<ReturnType<typeof postRows>['execute']>>[number]

/** Rows as the reader is answered them; `writable` unless their space is archived. */
export async function toPosts(ctx: Context, rows: readonly PostRow[], writable: boolean): Promise<PostHead[]> {
  const texts = await inTurns(
    rows,
    ({ body }) => body.length,
    ({ body }) => rendered(body),
  )
  const found = await findLinks(ctx, texts)
  return rows.map((row, place) => toPost(ctx, row, { text: texts[place] ?? rendered(''), found, writable }))
}

interface Beside {
  readonly text: ReturnType<typeof rendered>
  readonly found: Awaited<ReturnType<typeof findLinks>>
  readonly writable: boolean
}

function toPost(ctx: Context, row: PostRow, { text, found, writable }: Beside): PostHead {
  const { deletedAt, removerHandle, removerName, moved } = row
  const isThere = deletedAt === null && moved === null
  return {
    id: row.id,
    seq: row.seq,
    author: { handle: row.handle, name: row.name },
    body: row.body,
    html: text.html,
    links: linksFrom(found, text),
    kind: row.kind,
    fyi: row.fyi,
    at: row.postedAt.toString(),
    editedAt: row.editedAt?.toString() ?? null,
    version: row.version,
    deleted: deletedAt && { by: { handle: removerHandle ?? '', name: removerName ?? '' }, at: deletedAt.toString() },
    files: fileViews(ctx, row.files ?? []),
    moved: moved && { ...moved, at: Temporal.Instant.from(moved.at).toString() },
    reactions: row.reactions,
    saved: row.saved,
    may: { edit: writable && isThere && mayEditPost(ctx, row), delete: isThere && mayDeletePost(ctx, row) },
  }
}
