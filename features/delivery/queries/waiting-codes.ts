import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'

interface Code {
  readonly id: string
  readonly askedAt: Temporal.Instant
}

/** Codes that somebody waits for and that no mail brings yet, the first asked for first. Those asked for with an address of nobody's are not among them. */
export async function waitingCodes(db: Database, { workspaceId, now }: { workspaceId: number; now: Temporal.Instant }): Promise<Code[]> {
  const { rows } = await sql<Code>`
    select c.id, c.asked_at as "askedAt" from sign_in_codes c
    where c.workspace_id = ${workspaceId} and c.person_id is not null and c.used_at is null and c.expires_at > ${now}
      and not exists (select from mails m where m.workspace_id = c.workspace_id and m.code_id = c.id)
    order by c.asked_at limit 100
  `.execute(db)
  return rows
}
