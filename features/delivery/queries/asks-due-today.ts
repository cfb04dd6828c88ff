import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { reads } from '#features/inbox/access.ts'
import { type AskOfTheDay, type Digested, digested } from '../access/digested.ts'

/** Asks these people have, delivered on an earlier date and due on this one, that no digest has listed again since. */
export async function asksDueToday(
  tx: Tx,
  workspaceId: number,
  { people, due }: { people: readonly Digested[]; due: Temporal.Instant },
): Promise<(AskOfTheDay & { itemId: string })[]> {
  const { rows } = await sql<AskOfTheDay & { itemId: string }>`
    select distinct on (p.id, a.id) p.id as "personId", a.id as "askId", a.thread_id as "threadId", a.post_id as "postId", a.due_at as "dueAt", i.id as "itemId"
    from ${digested(people)}
    join people p on p.workspace_id = ${workspaceId} and p.id = w.person_id
    join asks a on a.workspace_id = ${workspaceId} and a.owner_id = p.id and a.state = 'open' and a.delivered_at is not null
      and a.due_today_at > w.since and a.due_today_at <= ${due} and a.due_at > ${due}
    join inbox_items i on i.workspace_id = ${workspaceId} and i.ask_id = a.id and i.person_id = p.id and i.why = 'ask' and i.delivered_at is not null
    join threads t on t.workspace_id = ${workspaceId} and t.id = a.thread_id
    join spaces s on s.workspace_id = ${workspaceId} and s.id = t.space_id
    where ${reads}
    order by p.id, a.id, i.position desc
  `.execute(tx)
  return rows
}
