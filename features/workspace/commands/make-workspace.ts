// oxlint-disable house/commands-record -- the first fact of a workspace is that its owner joined
import { alreadySetUp } from '../rules/failures.ts'
import type { Tx } from '#platform/sql/database.ts'
import { isUniqueViolation } from '#platform/sql/unique-violation.ts'

interface NewWorkspace {
  readonly id: number
  readonly name: string
  readonly slug: string
  readonly now: Temporal.Instant
}

/** Makes the workspace; the second of two at once waits for the first and is refused with `setup.already_done`. */
export async function makeWorkspace(tx: Tx, { id, name, slug, now }: NewWorkspace): Promise<void> {
  await tx
    .insertInto('workspaces')
    .values({ id, name, slug, created_at: now })
    .execute()
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? alreadySetUp() : error
    })
}
