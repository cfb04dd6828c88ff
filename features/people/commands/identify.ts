// oxlint-disable house/commands-record -- that a session or token is used is no fact anybody acts on
import type { Identity } from '#platform/http/visit.ts'
import { secretHash } from '#platform/secrets/secret.ts'
import type { Database } from '#platform/sql/database.ts'
import { servedWorkspace } from '../access.ts'
import { findIdentity, type Presented } from '../queries/find-identity.ts'
import { isSeenLongAgo, sessionExpiry } from '../rules/sessions.ts'

interface Shown extends Pick<Presented, 'kind' | 'now'> {
  readonly secret: string
}

/** Who a session or a token stands for, or null. That it was used is written at most once an hour, which also moves a session's end. */
export async function identify(db: Database, { secret, kind, now }: Shown): Promise<Identity | null> {
  const presented = { kind, now, hash: secretHash(secret) }
  const found = await findIdentity(db, presented)
  if (found && isSeenLongAgo(found.seenAt, now)) await noteUse(db, presented)
  return found?.identity ?? null
}

function noteUse(db: Database, { kind, hash, now }: Presented): Promise<unknown> {
  const here = { workspace_id: servedWorkspace, secret_hash: hash }
  if (kind === 'token')
    return db
      .updateTable('tokens')
      .set({ used_at: now })
      .where((where) => where.and(here))
      .execute()
  return db
    .updateTable('sessions')
    .set({ seen_at: now, expires_at: sessionExpiry(now) })
    .where((where) => where.and(here))
    .execute()
}
