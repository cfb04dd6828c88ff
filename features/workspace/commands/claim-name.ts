// oxlint-disable house/commands-record -- a name is part of the person or space it is given to, which records itself
import { asSentence, Failure } from '#platform/contract/failure.ts'
import type { Tx } from '#platform/sql/database.ts'
import { refusalText } from '../rules/refusal-texts.ts'

interface Claim {
  readonly name: string
  readonly kind: 'person' | 'space' | 'rotation'
  /** Where in the request the name stood. */
  readonly path: string
}

/**
 * Gives a name in the one namespace of handles and slugs, once and for ever, on the caller's transaction; the second of two at once waits.
 * Throws `name.taken`.
 */
export async function claimName(tx: Tx, { workspaceId }: { readonly workspaceId: number }, { name, kind, path }: Claim): Promise<void> {
  const claimed = await tx
    .insertInto('names')
    .values({ workspace_id: workspaceId, name, kind })
    .onConflict((taken) => taken.doNothing())
    .returning('name')
    .executeTakeFirst()
  if (claimed) return
  const message = (): string => refusalText('nameTaken')
  throw new Failure({ code: 'name.taken', status: 409, message: asSentence(message), errors: [{ path, message }] })
}
