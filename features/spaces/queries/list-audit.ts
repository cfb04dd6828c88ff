import { sql } from 'kysely'
import { z } from 'zod'
import { requirePerson } from '#features/people/access.ts'
import { auditedFacts, auditedView } from '#features/people/queries/audited-facts.ts'
import { auditPatterns } from '#features/people/rules/audit.ts'
import { ensureAdministers } from '#features/workspace/access.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { visibleSpaces } from '../access.ts'
import type { listAudit as contract } from '../contract/audit.ts'

const cursor = z.tuple([z.uuid()])

/** The audit log for those who administer, in two statements. No role opens a private space: what happened in it is left out for all but its members. */
export async function listAudit(
  ctx: Context,
  { after, limit, kind, person }: InputOf<typeof contract>,
): Promise<OutputOf<typeof contract>> {
  ensureAdministers(ctx)
  const about = person === undefined ? null : await requirePerson(ctx.db, ctx, { handle: person, path: 'person' })
  const rows = await auditedFacts(ctx, {
    where: sql`(facts.place_id is null or facts.place_id in ${visibleSpaces(ctx)})
      and ${kind === undefined ? sql`true` : sql`facts.type like any(${[...auditPatterns[kind]]}::text[])`}
      and ${about === null ? sql`true` : sql`${about.id}::uuid in (facts.actor_id, facts.person_id)`}`,
    before: readCursor(cursor, after)?.[0] ?? null,
    limit: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const spaces = await spacesOf(ctx, [...new Set(shown.flatMap(({ placeId }) => placeId ?? []))])
  const items = shown.map((row) => ({ ...auditedView(row), space: spaces.get(row.placeId ?? '') ?? null }))
  return { items, next: rows.length > limit ? cursorOf([items.at(-1)?.id ?? '']) : null }
}

async function spacesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, { slug: string; name: string }>> {
  const rows = await ctx.db
    .selectFrom('spaces')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', anyOf(ids))
    .where('id', 'in', visibleSpaces(ctx))
    .select(['id', 'slug', 'name'])
    .execute()
  return new Map(rows.map(({ id, slug, name }) => [id, { slug, name }]))
}
