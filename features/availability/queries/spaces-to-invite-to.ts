import { sql } from 'kysely'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Context } from '#platform/context.ts'

export interface JoinableSpace {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly archived: boolean
  /** Whether the reader is a member. */
  readonly member: boolean
}

/** Those of these slugs that name a space the person may see and others may join; direct threads are between their people only. */
export async function spacesToInviteTo(ctx: Context, slugs: readonly string[]): Promise<Map<string, JoinableSpace>> {
  if (slugs.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('spaces')
    .where('spaces.workspace_id', '=', ctx.workspaceId)
    .where('spaces.slug', '=', sql<string>`any(${[...new Set(slugs)]}::text[])`)
    .where('spaces.direct', '=', false)
    .where('spaces.id', 'in', visibleSpaces(ctx))
    .select(['spaces.id', 'spaces.slug', 'spaces.name'])
    .select([
      sql<boolean>`exists (select from space_archives a where a.workspace_id = spaces.workspace_id and a.space_id = spaces.id)`.as(
        'archived',
      ),
      sql<boolean>`exists (select from space_members m
        where m.workspace_id = spaces.workspace_id and m.space_id = spaces.id and m.person_id = ${ctx.personId})`.as('member'),
    ])
    .execute()
  return new Map(rows.map((row) => [row.slug, row]))
}
