import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { reads } from '#features/inbox/access.ts'
import { type AskOfTheDay, type Digested, digested } from '../access/digested.ts'

/** Open asks these people made whose due has passed since their last digest. */
export async function asksThatWereDue(
  tx: Tx,
  workspaceId: number,
  { people, due }: { people: readonly Digested[]; due: Temporal.Instant },
): Promise<AskOfTheDay[]> {
  const { rows } = await sql<AskOfTheDay>`
    select p.id as "personId", a.id as "askId", a.thread_id as "threadId", a.post_id as "postId", a.due_at as "dueAt"
    from ${digested(people)}
    join people p on p.workspace_id = ${workspaceId} and p.id = w.person_id
    join asks a on a.workspace_id = ${workspaceId} and a.asked_by = p.id and a.state = 'open' and a.owner_id is distinct from a.asked_by
      and a.due_at > w.since and a.due_at <= ${due}
    join threads t on t.workspace_id = ${workspaceId} and t.id = a.thread_id
    join spaces s on s.workspace_id = ${workspaceId} and s.id = t.space_id
    where ${reads}
    order by a.due_at, a.id
  `.execute(tx)
  return rows
}
