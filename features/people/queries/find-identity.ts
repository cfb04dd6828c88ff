import { sql } from 'kysely'
import type { Role } from '#platform/context.ts'
import type { Identity } from '#platform/http/visit.ts'
import type { Database } from '#platform/sql/database.ts'
import { servedWorkspace } from '../access.ts'

export interface Presented {
  readonly kind: 'session' | 'token'
  readonly hash: Buffer
  readonly now: Temporal.Instant
}

/** Who a session or a token stands for, by one prepared lookup; null when unknown, expired, or its person is deactivated. */
export async function findIdentity(
  db: Database,
  { kind, hash, now }: Presented,
): Promise<{ identity: Identity; seenAt: Temporal.Instant | null } | null> {
  const found = await (kind === 'session' ? sessionBy(db, hash, now) : tokenBy(db, hash, now)).executeTakeFirst()
  if (!found) return null
  const { seenAt, ...who } = found
  return { identity: { workspaceId: servedWorkspace, ...who }, seenAt }
}

function sessionBy(db: Database, hash: Buffer, now: Temporal.Instant) {
  return active(db)
    .innerJoin('sessions', (join) =>
      join.onRef('sessions.workspace_id', '=', 'people.workspace_id').onRef('sessions.person_id', '=', 'people.id'),
    )
    .where('sessions.workspace_id', '=', servedWorkspace)
    .where('sessions.secret_hash', '=', hash)
    .where('sessions.expires_at', '>', now)
    .select(['sessions.id', 'sessions.seen_at as seenAt', sql<string[] | null>`null::text[]`.as('scopes')])
}

function tokenBy(db: Database, hash: Buffer, now: Temporal.Instant) {
  return active(db)
    .innerJoin('tokens', (join) =>
      join.onRef('tokens.workspace_id', '=', 'people.workspace_id').onRef('tokens.person_id', '=', 'people.id'),
    )
    .where('tokens.workspace_id', '=', servedWorkspace)
    .where('tokens.secret_hash', '=', hash)
    .where((where) => where.or([where('tokens.expires_at', 'is', null), where('tokens.expires_at', '>', now)]))
    .select(['tokens.id', 'tokens.used_at as seenAt', sql<string[] | null>`tokens.scopes`.as('scopes')])
}

function active(db: Database) {
  return db
    .selectFrom('people')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('person_deactivations as gone')
            .whereRef('gone.workspace_id', '=', 'people.workspace_id')
            .whereRef('gone.person_id', '=', 'people.id')
            .select(sql`1`.as('one')),
        ),
      ),
    )
    .select(['people.id as personId', 'people.handle', sql<Role>`people.role`.as('role')])
}
