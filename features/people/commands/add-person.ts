import type { Context, Role } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { isUniqueViolation } from '#platform/sql/unique-violation.ts'
import { emailTaken } from '../rules/failures.ts'

export interface NewPerson {
  readonly handle: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
}

interface Adder extends Pick<Context, 'workspaceId' | 'now' | 'origin'> {
  /** Who adds them: null for Baton itself, absent for themselves. */
  readonly personId?: string | null
}

/** Adds a person whose handle is claimed already, on the caller's transaction. Returns their id. Throws `person.email_taken`. */
export async function addPerson(tx: Tx, adder: Adder, person: NewPerson): Promise<string> {
  const { workspaceId, now, personId } = adder
  const id = newId(now)
  const { handle, name, email, role } = person
  await tx
    .insertInto('people')
    .values({ workspace_id: workspaceId, id, handle, name, email, role, created_at: now })
    .execute()
    .catch((error: unknown) => {
      throw isUniqueViolation(error, 'people_email') ? emailTaken('email') : error
    })
  await record(
    tx,
    { ...adder, personId: personId === undefined ? id : personId },
    { type: 'person.joined', subject: { personId: id }, audited: true },
  )
  return id
}
