import { sql } from 'kysely'
import { getWorkspace } from '#features/workspace/queries/get-workspace.ts'
import type { Database } from '#platform/sql/database.ts'
import type { SignInMail, ToldByMail } from '../mail/sign-in.ts'

interface At {
  readonly db: Database
  readonly workspaceId: number
}

interface Row {
  readonly type: ToldByMail
  readonly at: Temporal.Instant
  /** Empty for guests, who are not told of people they do not meet. */
  readonly by: string | null
  readonly from: string | null
}

/** What the mail tells of a change to somebody's sign-in. `zone` is theirs. */
export async function signInMail(
  { db, workspaceId }: At,
  { eventId, zone }: { eventId: string; zone: string },
): Promise<SignInMail | null> {
  const { rows } = await sql<Row>`
    select e.type, e.happened_at as at, o.address as from,
      case when actor.id is not null then case when reader.role = 'guest' then '' else actor.name end end as by
    from events e
    join people reader on reader.workspace_id = e.workspace_id and reader.id = (e.subject ->> 'personId')::uuid
    left join event_origins o on o.workspace_id = e.workspace_id and o.event_id = e.id
    left join people actor on actor.workspace_id = e.workspace_id and actor.id = e.actor_id and actor.id <> reader.id
    where e.workspace_id = ${workspaceId} and e.id = ${eventId}
  `.execute(db)
  const fact = rows[0]
  if (!fact) return null
  const workspace = await getWorkspace(db, workspaceId)
  // Where an administrator sits is nobody's business.
  return { ...fact, workspace: workspace?.name ?? '', at: fact.at.epochMilliseconds, zone, from: fact.by === null ? fact.from : null }
}
