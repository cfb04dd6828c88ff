// oxlint-disable house/commands-record -- how somebody follows is their own affair; whoever names them records that
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'

interface Named {
  readonly threadId: string
  readonly personIds: readonly string[]
}

/** Those who are named in a thread follow it from then on, unless they chose a level themselves: who is asked there, and who decides there. */
export async function followNamed(
  tx: Tx,
  { workspaceId, now }: Pick<Context, 'workspaceId' | 'now'>,
  { threadId, personIds }: Named,
): Promise<void> {
  if (personIds.length === 0) return
  await sql`
    insert into thread_follows (workspace_id, person_id, thread_id, level, set_at)
    select ${workspaceId}::integer, person_id, ${threadId}::uuid, 'digest', ${now}::timestamptz
    from unnest(${[...new Set(personIds)].toSorted()}::uuid[]) as person_id
    on conflict do nothing
  `.execute(tx)
}
