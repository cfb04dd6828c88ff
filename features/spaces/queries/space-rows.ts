import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { visibleSpaces } from '../access.ts'
import type { FollowLevel, Space } from '../contract/space.ts'
import { mayAddMembers, mayChangeSpace, mayGovernSpace, mayJoin, mayLeave, type Standing } from '../policy.ts'

/** Spaces the reader may see, with how the reader stands in each. */
export function spaceRows(ctx: Pick<Context, 'db' | 'workspaceId' | 'personId' | 'role'>) {
  const { db, workspaceId, personId } = ctx
  return db
    .selectFrom('spaces')
    .leftJoin('space_archives as archive', (join) =>
      join.onRef('archive.workspace_id', '=', 'spaces.workspace_id').onRef('archive.space_id', '=', 'spaces.id'),
    )
    .leftJoin('space_members as own', (join) =>
      join.onRef('own.workspace_id', '=', 'spaces.workspace_id').onRef('own.space_id', '=', 'spaces.id').on('own.person_id', '=', personId),
    )
    .leftJoin('space_follows as follow', (join) =>
      join
        .onRef('follow.workspace_id', '=', 'spaces.workspace_id')
        .onRef('follow.space_id', '=', 'spaces.id')
        .on('follow.person_id', '=', personId),
    )
    .where('spaces.workspace_id', '=', workspaceId)
    .where('spaces.id', 'in', visibleSpaces(ctx))
    .select(['spaces.id', 'spaces.slug', 'spaces.name', 'spaces.purpose', 'spaces.direct', 'spaces.respond_within as respondWithin'])
    .select(sql<Space['visibility']>`spaces.visibility`.as('visibility'))
    .select(['spaces.created_by as madeBy', 'spaces.created_at as madeAt'])
    .select(sql<boolean>`archive.space_id is not null`.as('archived'))
    .select(sql<boolean>`own.person_id is not null`.as('member'))
    .select(sql<FollowLevel>`coalesce(follow.level, case when own.person_id is null then 'quiet' else 'named' end)`.as('follow'))
    .select(
      sql<string | null>`(select r.slug from rotations r where r.workspace_id = spaces.workspace_id and r.id = spaces.rotation_id)`.as(
        'rotation',
      ),
    )
    .select(
      sql<number>`(select count(*)::integer from space_members m where m.workspace_id = spaces.workspace_id and m.space_id = spaces.id
        and not exists (select from person_deactivations gone where gone.workspace_id = m.workspace_id and gone.person_id = m.person_id))`.as(
        'memberCount',
      ),
    )
}

type SpaceRow = Awaited<ReturnType<ReturnType<typeof spaceRows>['execute']>>[number]

/** A row as the reader is answered it. */
export function toSpace(actor: Pick<Context, 'personId' | 'role'>, { madeBy, madeAt, ...row }: SpaceRow): Space {
  const standing: Standing = { ...row, madeBy }
  const writable = !row.archived
  return {
    ...row,
    at: madeAt.toString(),
    may: {
      post: writable,
      join: mayJoin(actor, standing),
      leave: mayLeave(standing),
      change: writable && mayChangeSpace(actor, standing),
      archive: mayGovernSpace(actor, standing),
      addMembers: mayAddMembers(actor, standing),
      removeMembers: mayGovernSpace(actor, standing),
    },
  }
}
