import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'

export interface UntoldScheduled {
  readonly id: string
  readonly personId: string
}

/** What could not leave, of which these people have not been told yet. One statement. */
export async function untoldScheduled(tx: Tx, workspaceId: number, people: readonly string[]): Promise<UntoldScheduled[]> {
  if (people.length === 0) return []
  const { rows } = await sql<UntoldScheduled>`
    select id, person_id as "personId" from scheduled
    where workspace_id = ${workspaceId} and person_id = any(${[...people]}::uuid[]) and state = 'kept' and told_in is null
    order by send_at, id
  `.execute(tx)
  return rows
}
