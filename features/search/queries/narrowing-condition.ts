import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Flag } from '../rules/operators.ts'
import type { Narrowing } from '../rules/question.ts'

/** The condition on `entries` for what is not told by signs, or is told for sure by the row itself; null where there is none. */
export function narrowingCondition(ctx: Context, { operator, values, not }: Narrowing): RawBuilder<unknown> | null {
  const condition = conditionOf(ctx, operator, values)
  if (condition === null) return null
  return not ? sql`not ${condition}` : condition
}

function conditionOf({ personId }: Context, operator: Narrowing['operator'], values: readonly string[]): RawBuilder<unknown> | null {
  if (operator === 'in') return sql`entries.space_id = any(${[...values]}::uuid[])`
  if (operator === 'from') return sql`entries.author_id = any(${[...values]}::uuid[])`
  const flag = operator === 'is' ? (values[0] as Flag) : 'mine'
  if (flag === 'mine') return null
  if (flag === 'unread') return unreadBy(personId)
  const is = flag === 'open' || flag === 'concluded' ? sql`threads.concluded = ${flag === 'concluded'}` : sql`threads.kind = ${flag}`
  // One value for each row: with `exists` the database would read all threads first, to compare with a few.
  return sql`(select ${is} from threads where threads.workspace_id = entries.workspace_id and threads.id = entries.thread_id)`
}

/** A post of somebody else behind the reader's mark and floor; a thread with one. */
const unreadBy = (personId: string): RawBuilder<unknown> => sql`exists (
  select from events
  where events.workspace_id = entries.workspace_id and events.stream_id = entries.thread_id and events.type = 'post.added'
    and events.actor_id <> ${personId}
    and events.position > coalesce((select floor.read_through from read_floors floor
      where floor.workspace_id = entries.workspace_id and floor.person_id = ${personId}), 0)
    and events.stream_seq > coalesce((select mark.seq from read_marks mark
      where mark.workspace_id = entries.workspace_id and mark.thread_id = entries.thread_id and mark.person_id = ${personId}), 0)
    and (entries.type = 'thread' or events.subject ->> 'postId' = entries.id::text))`
