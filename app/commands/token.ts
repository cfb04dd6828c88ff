import { requirePersonOnHost, servedWorkspace } from '#features/people/access.ts'
import { makeToken } from '#features/people/commands/make-token.ts'
import { scopesOfRole } from '#features/people/rules/scopes.ts'
import type { Database } from '#platform/sql/database.ts'

interface Given {
  readonly handle: string
  readonly now: Temporal.Instant
}

/** A fresh token of a person with every scope their role allows, as text. Throws `person.not_found` and `person.deactivated`. */
export async function runToken(db: Database, { handle, now }: Given): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const person = await requirePersonOnHost(tx, handle)
    const maker = { workspaceId: servedWorkspace, now, personId: null }
    const { token } = await makeToken(tx, maker, { personId: person.id, name: 'Host', scopes: scopesOfRole(person.role), expiresAt: null })
    return token
  })
}
