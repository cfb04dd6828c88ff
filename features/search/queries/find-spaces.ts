import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { excerptOf } from '#platform/markdown/plain-text.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Found } from '../contract.ts'
import { excerptPieces } from '../rules/excerpt.ts'
import type { Question } from '../rules/question.ts'
import { tsqueryOf, within } from '../rules/vector.ts'

const MOST = 20

interface SpaceRow {
  readonly slug: string
  readonly name: string
  readonly purpose: string
  readonly at: Temporal.Instant
}

/** Spaces whose name, slug or purpose holds what was looked for, as far as the reader may see them, in one statement; by name first. */
export async function findSpaces(ctx: Context, question: Question): Promise<Found[]> {
  const wanted = tsqueryOf(question, [])
  if (wanted === null) return []
  const query = within({ workspaceId: ctx.workspaceId, week: 's' }, wanted)
  const { rows } = await sql<SpaceRow>`
    with matched as materialized (
      select id, happened_at, ts_filter(words, '{a}') @@ ${query}::tsquery as named
      from search_entries where workspace_id = ${ctx.workspaceId} and words @@ ${query}::tsquery and type = 'space'
    )
    select spaces.slug, spaces.name, spaces.purpose, matched.happened_at as at
    from matched join spaces on spaces.workspace_id = ${ctx.workspaceId} and spaces.id = matched.id
    where spaces.id in ${visibleSpaces(ctx)} and not spaces.direct
    order by matched.named desc, spaces.name, spaces.slug limit ${MOST}
  `.execute(ctx.db)
  return rows.map(({ slug, name, purpose, at }) => ({
    type: 'space',
    slug,
    title: name,
    excerpt: excerptPieces(excerptOf(purpose), question),
    space: null,
    at: at.toString(),
    by: null,
  }))
}
