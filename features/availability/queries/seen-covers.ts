import { sql } from 'kysely'
import { peopleByHandle, visiblePeople } from '#features/people/access.ts'
import { spacesBySlug, visibleSpaces } from '#features/spaces/access.ts'
import type { ReceiverName } from '#features/spaces/contract/space.ts'
import type { Context } from '#platform/context.ts'

/** Those of these names that somebody gave as their cover which the reader sees, and which are there: people, else spaces; two statements at most. */
export async function seenCovers(ctx: Context, names: readonly string[]): Promise<ReadonlyMap<string, ReceiverName>> {
  if (names.length === 0) return new Map()
  const people = await peopleByHandle(ctx.db, ctx, names)
  const others = names.filter((name) => !people.has(name))
  const spaces = others.length === 0 ? [] : [...(await spacesBySlug(ctx.db, ctx, others)).values()]
  return new Map<string, ReceiverName>([
    ...[...people.values()].filter(({ deactivated }) => !deactivated).map(({ handle, name }) => [handle, { handle, name }] as const),
    ...spaces.filter(({ archived }) => !archived).map(({ slug, name }) => [slug, { slug, name }] as const),
  ])
}

/** Those of these names that stand for somebody or something the reader does not see. */
export async function unseenNames(ctx: Context, names: readonly string[]): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set()
  const wanted = sql`any(${[...new Set(names)]}::text[])`
  const { rows } = await sql<{ name: string }>`
    select handle as name from people where workspace_id = ${ctx.workspaceId} and handle = ${wanted}
      and id not in (${visiblePeople(ctx.db, ctx).clearSelect().select('people.id')})
    union all
    select slug from spaces where workspace_id = ${ctx.workspaceId} and slug = ${wanted} and id not in ${visibleSpaces(ctx)}
  `.execute(ctx.db)
  return new Set(rows.map(({ name }) => name))
}
