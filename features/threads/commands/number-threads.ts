// oxlint-disable house/commands-record -- a number is part of opening a thread, which records itself or is silent
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'

/** Stands in until a thread has its number, in the same transaction: negative, and like no other's. */
export const placeholder = (id: string): number => -1 - Number.parseInt(id.slice(-12), 16)

/**
 * Gives threads their numbers, in the order given, in one step; returns them. It is the last of a transaction, because everybody who opens a
 * thread waits for whoever holds the counter.
 */
export async function numberThreads(tx: Tx, { workspaceId }: Pick<Context, 'workspaceId'>, ids: readonly string[]): Promise<number[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ number: number }>`
    with counter as (
      insert into counters (workspace_id, name, value) values (${workspaceId}, 'thread', ${ids.length})
      on conflict (workspace_id, name) do update set value = counters.value + ${ids.length}
      returning value - ${ids.length} as before
    )
    update threads set number = counter.before + given.place
    from counter, unnest(${[...ids]}::uuid[]) with ordinality as given (id, place)
    where threads.workspace_id = ${workspaceId} and threads.id = given.id
    returning threads.number
  `.execute(tx)
  return rows.map(({ number }) => number).toSorted((one, other) => one - other)
}
