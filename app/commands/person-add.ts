import { z } from 'zod'
import { timeZone } from '#features/availability/contract/setup.ts'
import { startCalendars } from '#features/availability/commands/start-calendars.ts'
import { servedWorkspace } from '#features/people/access.ts'
import { addPerson } from '#features/people/commands/add-person.ts'
import { confirmEmail } from '#features/people/commands/confirm-email.ts'
import { personFields } from '#features/people/contract/person-fields.ts'
import { claimName } from '#features/workspace/commands/claim-name.ts'
import { getWorkspace } from '#features/workspace/queries/get-workspace.ts'
import { conflict } from '#platform/contract/failure.ts'
import { parsed } from '#platform/contract/parsed.ts'
import type { Database } from '#platform/sql/database.ts'

const { handle, name, email } = personFields
const fields = z.strictObject({ handle, name, email, timeZone })

interface Given {
  readonly handle: string
  readonly name: string
  readonly email: string
  readonly timeZone: string
}

/**
 * Adds a member whose address counts as confirmed, without a password. Returns their id. Throws 422 for fields that are not as the API wants
 * them, `name.taken`, `person.email_taken`, and `workspace.not_set_up` before the first run.
 */
export async function runPersonAdd(db: Database, given: Given, now: Temporal.Instant): Promise<string> {
  const person = parsed(fields, given)
  if (!(await getWorkspace(db, servedWorkspace)))
    throw conflict('workspace.not_set_up', () => 'This Baton is not set up yet. Open it in a browser and begin there.')
  const at = { workspaceId: servedWorkspace, now, personId: null }
  return db.transaction().execute(async (tx) => {
    await claimName(tx, at, { name: person.handle, kind: 'person', path: 'handle' })
    const personId = await addPerson(tx, at, { ...person, role: 'member' })
    await startCalendars(tx, at, [{ id: personId, timeZone: person.timeZone }])
    await confirmEmail(tx, { ...at, personId, email: person.email })
    return personId
  })
}
