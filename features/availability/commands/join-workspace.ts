// oxlint-disable house/commands-record -- addPerson, startSession and makeToken record each their own
import { addPerson, type NewPerson } from '#features/people/commands/add-person.ts'
import { keepPassword } from '#features/people/commands/keep-password.ts'
import { makeToken } from '#features/people/commands/make-token.ts'
import { startSession } from '#features/people/commands/start-session.ts'
import { scopesOfRole } from '#features/people/rules/scopes.ts'
import { claimName } from '#features/workspace/commands/claim-name.ts'
import type { Visit } from '#platform/http/visit.ts'
import type { Tx } from '#platform/sql/database.ts'
import { startCalendars } from './start-calendars.ts'

export interface Newcomer extends NewPerson {
  readonly timeZone: string
  readonly passwordHash: string
}

interface Door extends Pick<Visit, 'now' | 'userAgent' | 'address' | 'languages'> {
  readonly workspaceId: number
  /** Where in the request the newcomer's handle stood. */
  readonly path: string
  /** Of the first token; null makes none. */
  readonly tokenName: string | null
}

export interface Joined {
  readonly personId: string
  readonly sessionSecret: string
  /** Null where none was wanted. */
  readonly token: string | null
}

/** A person who joins by themselves: name, profile, calendar, password, a session in their browser and, where it is wanted, a first token. */
export async function joinWorkspace(tx: Tx, door: Door, newcomer: Newcomer): Promise<Joined> {
  const { workspaceId, now } = door
  const at = { workspaceId, now, origin: door }
  await claimName(tx, door, { name: newcomer.handle, kind: 'person', path: door.path })
  const personId = await addPerson(tx, at, newcomer)
  await startCalendars(tx, door, [{ id: personId, timeZone: newcomer.timeZone }])
  await keepPassword(tx, { workspaceId, now, personId, hash: newcomer.passwordHash })
  const session = await startSession(tx, { ...door, personId, proof: 'password' })
  const token = door.tokenName && { personId, name: door.tokenName, scopes: scopesOfRole(newcomer.role), expiresAt: null }
  return { personId, sessionSecret: session.secret, token: token && (await makeToken(tx, { ...at, personId }, token)).token }
}
