import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import { referencesIn } from '#platform/markdown/render.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { statementOnce } from '#platform/sql/written-once.ts'
import { peopleByHandle } from '#features/people/access.ts'
import { readersAmong, visibleSpaces } from '#features/spaces/access.ts'

/** A thread as commands know it: what it is, where it stands and how far it has come. */
export interface ThreadRow {
  readonly id: string
  readonly number: number
  readonly spaceId: string
  readonly space: { readonly slug: string; readonly name: string }
  /** Of a hidden space of few people. */
  readonly direct: boolean
  /** Its space takes nothing new. */
  readonly archived: boolean
  readonly respondWithin: number
  readonly kind: string
  readonly title: string
  readonly purpose: string
  readonly driId: string | null
  readonly closesOn: string | null
  readonly openedBy: string
  readonly openedAt: Temporal.Instant
  readonly lastPostAt: Temporal.Instant
  readonly lastSeq: number
  readonly postCount: number
  readonly wordCount: number
  readonly concluded: boolean
  readonly outcomeOwed: boolean
  readonly turns: number
  readonly turnOf: string | null
  readonly turnBefore: string | null
}

/** A thread by its number or id as the person may see it, or 404. */
export async function requireThread(db: Database | Tx, ctx: Context, number: number | string): Promise<ThreadRow> {
  const [row] = await threadBy(db, placeOf(ctx, number))
  if (!row) throw notFound('thread')
  return toThread(row)
}

/** As `requireThread`, held until the transaction ends: whoever posts, concludes or answers in it takes turns. */
export async function lockThread(tx: Tx, ctx: Context, number: number | string): Promise<ThreadRow> {
  const [row] = await threadToLock(tx, placeOf(ctx, number))
  if (!row) throw notFound('thread')
  return toThread(row)
}

type FoundThread = Omit<ThreadRow, 'space' | 'archived'> & { readonly slug: string; readonly spaceName: string; readonly archived: unknown }

interface Place extends Pick<Context, 'workspaceId' | 'personId' | 'role'> {
  readonly column: 'threads.number' | 'threads.id'
  readonly value: number | string
}

/** A thread is named by its number, or by its id. */
function placeOf({ workspaceId, personId, role }: Context, number: number | string): Place {
  const isNumber = /^\d+$/.test(String(number))
  return { workspaceId, personId, role, column: isNumber ? 'threads.number' : 'threads.id', value: isNumber ? Number(number) : number }
}

const threadBy = statementOnce((place: Place, db) => visibleThread(db, place), ['role', 'column'])
const threadToLock = statementOnce((place: Place, db) => visibleThread(db, place).forUpdate('threads'), ['role', 'column'])

function visibleThread(db: Database, { workspaceId, personId, role, column, value }: Place) {
  return db
    .selectFrom('threads')
    .innerJoin('spaces', (join) =>
      join.onRef('spaces.workspace_id', '=', 'threads.workspace_id').onRef('spaces.id', '=', 'threads.space_id'),
    )
    .leftJoin('space_archives', (join) =>
      join.onRef('space_archives.workspace_id', '=', 'threads.workspace_id').onRef('space_archives.space_id', '=', 'threads.space_id'),
    )
    .where('threads.workspace_id', '=', workspaceId)
    .where(column, '=', value)
    .where('threads.space_id', 'in', visibleSpaces({ workspaceId, personId, role }))
    .select(['threads.id', 'threads.number', 'threads.space_id as spaceId', 'spaces.slug', 'spaces.name as spaceName', 'spaces.direct'])
    .select(sql<boolean>`space_archives.space_id is not null`.as('archived'))
    .select(['spaces.respond_within as respondWithin', 'threads.kind', 'threads.title', 'threads.purpose', 'threads.dri_id as driId'])
    .select(['threads.closes_on as closesOn', 'threads.opened_by as openedBy', 'threads.opened_at as openedAt'])
    .select(['threads.last_post_at as lastPostAt', 'threads.last_seq as lastSeq', 'threads.post_count as postCount'])
    .select(['threads.word_count as wordCount', 'threads.concluded', 'threads.outcome_owed as outcomeOwed', 'threads.turns'])
    .select(['threads.turn_of as turnOf', 'threads.turn_before as turnBefore'])
}

function toThread({ slug, spaceName, archived, ...row }: FoundThread): ThreadRow {
  return { ...row, space: { slug, name: spaceName }, archived: Boolean(archived) }
}

/** A post as commands know it, with the thread it stands in. */
export interface PostRow {
  readonly id: string
  readonly seq: number
  readonly authorId: string
  readonly body: string
  readonly version: number
  readonly deleted: boolean
  readonly writtenAt: Temporal.Instant
}

/** A post and its thread, both held until the transaction ends, or 404. */
export async function lockPost(tx: Tx, ctx: Context, postId: string): Promise<{ post: PostRow; thread: ThreadRow }> {
  const { threadId } = await requirePost(tx, ctx, postId)
  const thread = await lockThread(tx, ctx, threadId)
  const post = await tx
    .selectFrom('posts')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('thread_id', '=', thread.id)
    .where('id', '=', postId)
    .select(['id', 'seq', 'author_id as authorId', 'body', 'version', 'deleted'])
    .select(sql<Temporal.Instant>`coalesce(edited_at, posted_at)`.as('writtenAt'))
    .forUpdate()
    .executeTakeFirst()
  // Whoever split the thread while it was waited for took the post along.
  return post ? { post, thread } : lockPost(tx, ctx, postId)
}

/** Which thread a post stands in, if the person may see it, or 404. */
export async function requirePost(
  db: Database | Tx,
  ctx: Context,
  postId: string,
): Promise<{ id: string; threadId: string; seq: number; deleted: boolean }> {
  const post = await db
    .selectFrom('posts')
    .innerJoin('threads', (join) =>
      join.onRef('threads.workspace_id', '=', 'posts.workspace_id').onRef('threads.id', '=', 'posts.thread_id'),
    )
    .where('posts.workspace_id', '=', ctx.workspaceId)
    .where('posts.id', '=', postId)
    .where('threads.space_id', 'in', visibleSpaces(ctx))
    .select(['posts.id', 'posts.thread_id as threadId', 'posts.seq', 'posts.deleted'])
    .executeTakeFirst()
  if (!post) throw notFound('post')
  return post
}

const MOST_NAMED = 100

/** Whom a text names who may read the space it stands in, the actor aside. A name that reaches nobody is only a word. */
export async function readersNamedIn(tx: Tx, ctx: Context, { spaceId, body }: { spaceId: string; body: string }): Promise<string[]> {
  const { names } = referencesIn(body)
  if (names.length === 0) return []
  const known = await peopleByHandle(tx, ctx, names.slice(0, MOST_NAMED))
  const others = [...known.values()].map(({ id }) => id).filter((id) => id !== ctx.personId)
  return [...(await readersAmong(tx, { workspaceId: ctx.workspaceId, spaceId, personIds: others }))]
}
