// oxlint-disable house/commands-record -- that an instant has passed is no fact that anybody made
import { sql } from 'kysely'
import { takePosition } from '#platform/events/drain-outbox.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { addWasDue } from '#features/inbox/commands/add-was-due.ts'
import { moveFloors } from '#features/inbox/commands/move-floors.ts'
import { type Digested, whoTakesNoDigests } from '../access/digested.ts'
import { asksThatWereDue } from '../queries/asks-that-were-due.ts'

interface Passed {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
  readonly due: Temporal.Instant
}

/** Tells those who take no digests that what they asked was due: it stands in the app, silently. Returns whom, with where in the workspace's order. */
export async function tellWasDue({ db, workspaceId, now, due }: Passed): Promise<{ people: string[]; position: number }> {
  return db.transaction().execute(async (tx) => {
    const position = await takePosition(tx, workspaceId)
    const askers = await lockAskers(tx, workspaceId, due)
    await addWasDue(tx, workspaceId, { asks: await asksThatWereDue(tx, workspaceId, { people: askers, due }), position, now })
    const people = askers.map(({ personId }) => personId)
    await moveFloors(tx, workspaceId, { people, position: null, now: due })
    return { people, position }
  })
}

async function lockAskers(tx: Tx, workspaceId: number, due: Temporal.Instant): Promise<Digested[]> {
  const { rows } = await sql<Digested>`
    select floor.person_id as "personId", floor.digests_through as "digestsThrough" from read_floors floor
    where floor.workspace_id = ${workspaceId} and ${whoTakesNoDigests} and exists (
      select from asks a where a.workspace_id = ${workspaceId} and a.asked_by = floor.person_id and a.state = 'open'
        and a.due_at > floor.digests_through and a.due_at <= ${due})
    order by floor.person_id for update of floor
  `.execute(tx)
  return rows
}
