// oxlint-disable house/commands-record -- a mail is a row of its own, not a fact about the work
import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { waitingCodes } from '../queries/waiting-codes.ts'

interface At {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/** Queues the mail of each code that was asked for: an answer to its reader's own act, sent at once at any hour, or not at all. Returns how many. */
export async function queueCodes({ db, workspaceId, now }: At): Promise<number> {
  const codes = await waitingCodes(db, { workspaceId, now })
  const mails = codes.map(({ id }) => ({ id: newId(now), codeId: id }))
  if (mails.length === 0) return 0
  const { numAffectedRows } = await sql`
    insert into mails (workspace_id, id, person_id, address, kind, code_id, state, queued_at, next_attempt_at, park_after)
    select c.workspace_id, m.id, p.id, p.email, 'code', c.id, 'queued', ${now}::timestamptz, ${now}::timestamptz, c.expires_at
    from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb) as m (id uuid, "codeId" uuid)
      join sign_in_codes c on c.workspace_id = ${workspaceId} and c.id = m."codeId"
      join people p on p.workspace_id = c.workspace_id and p.id = c.person_id
    where p.email is not null
    on conflict do nothing
  `.execute(db)
  return Number(numAffectedRows ?? 0)
}
