import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import type { listInterruptionMonths as endpoint } from '../contract/incidents.ts'

const MONTHS = 12
/** Of fewer, one could be told from the others. */
const FEWEST_ANSWERING = 5

/**
 * The workspace's share by month, the newest first. Only months that are over, which neither change any more nor overlap: no two figures can be
 * compared to learn what somebody in particular said.
 */
export async function listInterruptionMonths(ctx: Context): Promise<OutputOf<typeof endpoint>> {
  if (ctx.role === 'guest') return { items: [] }
  const thisMonth = ctx.now.toZonedDateTimeISO('UTC').toPlainDate().with({ day: 1 })
  const { rows } = await sql<OutputOf<typeof endpoint>['items'][number]>`
    select to_char(answered_at at time zone 'UTC', 'YYYY-MM') as month, count(*)::integer as judged, (count(*) filter (where yes))::integer as necessary
    from interruption_answers
    where workspace_id = ${ctx.workspaceId} and answered_at < ${thisMonth.toString()}::timestamp at time zone 'UTC'
      and answered_at >= ${thisMonth.subtract({ months: MONTHS }).toString()}::timestamp at time zone 'UTC'
    group by 1 having count(distinct person_id) >= ${FEWEST_ANSWERING} order by 1 desc
  `.execute(ctx.db)
  return { items: rows }
}
