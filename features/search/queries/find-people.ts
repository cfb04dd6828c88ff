import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { visiblePeople } from '#features/people/access.ts'
import type { Found } from '../contract.ts'
import type { Question } from '../rules/question.ts'
import { tsqueryOf, within } from '../rules/vector.ts'

const MOST = 20

interface PersonRow {
  readonly handle: string
  readonly name: string
  readonly at: Temporal.Instant
}

/** People whose name or handle holds what was looked for, as far as the reader may see them, in one statement. */
export async function findPeople(ctx: Context, question: Question): Promise<Found[]> {
  const wanted = tsqueryOf(question, [])
  if (wanted === null) return []
  const query = within({ workspaceId: ctx.workspaceId, week: 'p' }, wanted)
  const { rows } = await sql<PersonRow>`
    with matched as materialized (
      select id, happened_at from search_entries where workspace_id = ${ctx.workspaceId} and words @@ ${query}::tsquery and type = 'person'
    )
    select known.handle, known.name, matched.happened_at as at
    from matched join ${visiblePeople(ctx.db, ctx)} as known on known.id = matched.id and not known.deactivated
    order by known.name, known.handle limit ${MOST}
  `.execute(ctx.db)
  return rows.map(({ handle, name, at }) => ({
    type: 'person',
    slug: handle,
    title: name,
    excerpt: [],
    space: null,
    at: at.toString(),
    by: null,
  }))
}
