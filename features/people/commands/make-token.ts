import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import { newSecret, secretHash } from '#platform/secrets/secret.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'

export interface NewToken {
  readonly personId: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: Temporal.Instant | null
}

type Maker = Pick<Context, 'workspaceId' | 'now' | 'origin'> & { readonly personId: string | null }

/** Makes a personal access token. Its text is returned and never stored: only a hash is. */
export async function makeToken(tx: Tx, maker: Maker, token: NewToken): Promise<{ id: string; token: string }> {
  const { workspaceId, now } = maker
  const id = newId(now)
  const secret = `baton_${newSecret()}`
  await tx
    .insertInto('tokens')
    .values({
      workspace_id: workspaceId,
      secret_hash: secretHash(secret),
      id,
      person_id: token.personId,
      name: token.name,
      scopes: [...token.scopes],
      created_at: now,
      expires_at: token.expiresAt,
    })
    .execute()
  await record(tx, maker, { type: 'token.made', subject: { personId: token.personId, tokenId: id }, audited: true })
  return { id, token: secret }
}
