import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import type { countInterruptions as endpoint } from '../contract/incidents.ts'

const DAYS = 90

/** The reader's own share: by how many asks they were interrupted, and of those they judged how many had to. Nobody else can ask for it. */
export async function countInterruptions(ctx: Context): Promise<OutputOf<typeof endpoint>> {
  const { rows } = await sql<OutputOf<typeof endpoint>>`
    select count(distinct page.ask_id)::integer as asks, count(distinct said.ask_id)::integer as judged,
      (count(distinct said.ask_id) filter (where said.yes))::integer as necessary
    from pages page
    left join interruption_answers said on said.workspace_id = page.workspace_id and said.ask_id = page.ask_id and said.person_id = page.person_id
    where page.workspace_id = ${ctx.workspaceId} and page.person_id = ${ctx.personId} and page.paged_at > ${ctx.now.subtract({ hours: 24 * DAYS })}
  `.execute(ctx.db)
  return rows[0] ?? { asks: 0, judged: 0, necessary: 0 }
}
