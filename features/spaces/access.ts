import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { statementOnce } from '#platform/sql/written-once.ts'

export interface SpaceRow {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly visibility: string
  readonly direct: boolean
  readonly respondWithin: number
  readonly archived: boolean
}

/** The spaces this person may see: every read of what stands in spaces starts here. Open ones for all but guests; private ones, and for guests all, as a member. */
export function visibleSpaces({ workspaceId, personId, role }: Pick<Context, 'workspaceId' | 'personId' | 'role'>): RawBuilder<string> {
  const memberOf = sql`(select space_members.space_id from space_members
    where space_members.workspace_id = ${workspaceId} and space_members.person_id = ${personId})`
  const seen = role === 'guest' ? sql`spaces.id in ${memberOf}` : sql`(spaces.visibility = 'open' or spaces.id in ${memberOf})`
  return sql<string>`(select spaces.id from spaces where spaces.workspace_id = ${workspaceId} and ${seen})`
}

/** A slug and its place in the request. */
interface Placed {
  readonly slug: string
  readonly path: string
}

/** A space by its slug or id, or 404, which names the place where the slug stood if it is given. */
export async function requireSpace(db: Database | Tx, ctx: Context, which: string | Placed): Promise<SpaceRow> {
  const { slug, path } = typeof which === 'string' ? { slug: which, path: undefined } : which
  const space = await spaceBySlug(db, ctx, slug).executeTakeFirst()
  if (!space) throw notFound('space', path)
  return space
}

/** Those of these slugs that name a space the reader may see, in one statement. */
export async function spacesBySlug(db: Database | Tx, ctx: Context, slugs: readonly string[]): Promise<Map<string, SpaceRow>> {
  const wanted = sql<string>`any(${[...new Set(slugs)]}::text[])`
  const rows = await seenSpaces(db, ctx).where('spaces.slug', '=', wanted).execute()
  return new Map(rows.map((row) => [row.slug, row]))
}

function spaceBySlug(db: Database | Tx, ctx: Context, slug: string) {
  return seenSpaces(db, ctx).where(namedSpace(slug))
}

function seenSpaces(db: Database | Tx, ctx: Context) {
  return db
    .selectFrom('spaces')
    .leftJoin('space_archives', (join) =>
      join.onRef('space_archives.workspace_id', '=', 'spaces.workspace_id').onRef('space_archives.space_id', '=', 'spaces.id'),
    )
    .where('spaces.workspace_id', '=', ctx.workspaceId)
    .where('spaces.id', 'in', visibleSpaces(ctx))
    .select(['spaces.id', 'spaces.slug', 'spaces.name', 'spaces.visibility', 'spaces.direct', 'spaces.respond_within as respondWithin'])
    .select(sql<boolean>`space_archives.space_id is not null`.as('archived'))
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The condition that `spaces` is the one a path names: by its slug, or by its id. */
export function namedSpace(slug: string): RawBuilder<boolean> {
  return ID.test(slug) ? sql`spaces.id = ${slug}` : sql`spaces.slug = ${slug}`
}

/** A space as those who change it need to know it, and whether the actor is a member. */
export interface SpaceStanding extends SpaceRow {
  readonly purpose: string
  readonly rotationId: string | null
  readonly madeBy: string
  readonly member: boolean
}

/** A space with what decides who may do what in it, held against other changes until the transaction ends; or 404. */
export async function lockStanding(tx: Tx, ctx: Context, slug: string): Promise<SpaceStanding> {
  const space = await spaceBySlug(tx, ctx, slug)
    .leftJoin('space_members as own', (join) =>
      join
        .onRef('own.workspace_id', '=', 'spaces.workspace_id')
        .onRef('own.space_id', '=', 'spaces.id')
        .on('own.person_id', '=', ctx.personId),
    )
    .select(['spaces.purpose', 'spaces.rotation_id as rotationId', 'spaces.created_by as madeBy'])
    .select(sql<boolean>`own.person_id is not null`.as('member'))
    .forUpdate('spaces')
    .executeTakeFirst()
  if (!space) throw notFound('space')
  return space
}

/** The rotation that a slug names, for those who change a space: guests do not, and everybody else sees every rotation. Or 404. */
export async function requireRotationId(tx: Tx, { workspaceId }: Pick<Context, 'workspaceId'>, slug: string): Promise<string> {
  const rotation = await tx
    .selectFrom('rotations')
    .where('workspace_id', '=', workspaceId)
    .where('slug', '=', slug)
    .select('id')
    .executeTakeFirst()
  if (!rotation) throw notFound('rotation', 'rotation')
  return rotation.id
}

export interface Readership {
  readonly workspaceId: number
  readonly spaceId: string
  readonly personIds: readonly string[]
}

/** Which of these people may read what stands in the space. Whoever is deactivated reads nothing. */
export async function readersAmong(db: Database | Tx, { workspaceId, spaceId, personIds }: Readership): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await readersBy(db, { workspaceId, spaceId, personIds })
  return new Set(rows.map((row) => row.id))
}

const readersBy = statementOnce(
  ({ workspaceId, spaceId, personIds }: Readership) => sql<{ id: string }>`
    select people.id from people
    join spaces on spaces.workspace_id = people.workspace_id and spaces.id = ${spaceId}
    where people.workspace_id = ${workspaceId} and people.id = any(${personIds}::uuid[])
      and not exists (select from person_deactivations gone where gone.workspace_id = people.workspace_id and gone.person_id = people.id)
      and ((spaces.visibility = 'open' and people.role <> 'guest')
        or exists (select from space_members m where m.workspace_id = people.workspace_id and m.space_id = spaces.id and m.person_id = people.id))
  `,
)

/** The ids of a space's members, deactivated ones too. */
export async function membersOf(db: Database | Tx, { workspaceId, spaceId }: Omit<Readership, 'personIds'>): Promise<string[]> {
  const rows = await db
    .selectFrom('space_members')
    .where('workspace_id', '=', workspaceId)
    .where('space_id', '=', spaceId)
    .select('person_id as id')
    .execute()
  return rows.map(({ id }) => id)
}
