import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { type AwayPerson, awayPeople, settledMeanwhile } from './settled-meanwhile.ts'

/** Those of these people, back from being away, who have an ask waiting or for whom something was settled meanwhile. One statement. */
export async function peopleToCatchUp(tx: Tx, workspaceId: number, people: readonly AwayPerson[]): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const { rows } = await sql<{ personId: string }>`
    select w.person_id as "personId" from ${awayPeople(people)}
    where exists (
        select from asks where asks.workspace_id = ${workspaceId} and asks.owner_id = w.person_id and asks.state = 'open' and asks.delivered_at is not null)
      or exists (select from ${settledMeanwhile(workspaceId)} settled)
  `.execute(tx)
  return new Set(rows.map(({ personId }) => personId))
}
