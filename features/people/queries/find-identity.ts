import { sql } from 'kysely'
import type { Identity } from '#platform/http/visit.ts'
import type { Database } from '#platform/sql/database.ts'
import { statementOnce } from '#platform/sql/written-once.ts'
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
  const [found] = await (kind === 'session' ? sessionBy : tokenBy)(db, { hash, now })
  if (!found) return null
  const { seenAt, ...who } = found
  return { identity: { workspaceId: servedWorkspace, ...who }, seenAt }
}

interface Row extends Omit<Identity, 'workspaceId'> {
  readonly seenAt: Temporal.Instant | null
}

const active = sql`not exists (
  select from person_deactivations gone where gone.workspace_id = people.workspace_id and gone.person_id = people.id)`

const position = sql`(select value from counters where counters.workspace_id = people.workspace_id and counters.name = 'position')`

type Values = Omit<Presented, 'kind'>

const sessionBy = statementOnce(
  ({ hash, now }: Values) => sql<Row>`
  select people.id as "personId", people.handle, people.role, sessions.id, sessions.seen_at as "seenAt", null::text[] as scopes,
    coalesce(${position}, 0) as position
  from sessions join people on people.workspace_id = sessions.workspace_id and people.id = sessions.person_id
  where sessions.workspace_id = ${servedWorkspace} and sessions.secret_hash = ${hash} and sessions.expires_at > ${now} and ${active}`,
)

const tokenBy = statementOnce(
  ({ hash, now }: Values) => sql<Row>`
  select people.id as "personId", people.handle, people.role, tokens.id, tokens.used_at as "seenAt", tokens.scopes,
    coalesce(${position}, 0) as position
  from tokens join people on people.workspace_id = tokens.workspace_id and people.id = tokens.person_id
  where tokens.workspace_id = ${servedWorkspace} and tokens.secret_hash = ${hash}
    and (tokens.expires_at is null or tokens.expires_at > ${now}) and ${active}`,
)
