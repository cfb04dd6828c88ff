import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import type { MailOnCall } from '../mail/digest.ts'

interface Row {
  readonly readerId: string
  readonly personId: string
  readonly name: string
  readonly endsAt: Temporal.Instant
}

/**
 * Whom something urgent would reach now, for each of these readers: who has the first layer of the workspace's rotation, or of the only one there is.
 * Nobody is named to guests. One statement.
 */
export async function mailOnCall(
  { db, workspaceId, now }: { readonly db: Database; readonly workspaceId: number; readonly now: Temporal.Instant },
  readers: readonly string[],
): Promise<Map<string, MailOnCall>> {
  const { rows } = await sql<Row>`
    select reader.id as "readerId", turn.person_id as "personId", turn.name, turn.ends_at as "endsAt"
    from people reader
    cross join lateral (
      select s.person_id, person.name, s.ends_at from shifts s
      join people person on person.workspace_id = s.workspace_id and person.id = s.person_id
      where s.workspace_id = reader.workspace_id and s.starts_at <= ${now} and s.ends_at > ${now} and s.rotation_id = coalesce(
        (select w.rotation_id from workspace_rotations w where w.workspace_id = ${workspaceId}),
        (select (array_agg(r.id))[1] from rotations r where r.workspace_id = ${workspaceId} having count(*) = 1))
        and not exists (select from person_deactivations gone where gone.workspace_id = s.workspace_id and gone.person_id = s.person_id)
      order by s.layer limit 1
    ) turn
    where reader.workspace_id = ${workspaceId} and reader.id = any(${[...readers]}::uuid[]) and reader.role <> 'guest'
  `.execute(db)
  return new Map(
    rows.map(({ readerId, personId, name, endsAt }) => [
      readerId,
      { name, isReader: readerId === personId, until: endsAt.epochMilliseconds },
    ]),
  )
}
