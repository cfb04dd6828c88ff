// oxlint-disable house/commands-record -- a mail or a push on its way is the machine's own housekeeping
import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import type { Telling } from '../queries/told-deliveries.ts'

/** How sending one of them ended. */
export interface Outcome {
  readonly id: string
  readonly state: 'sent' | 'queued' | 'sending' | 'parked' | 'dropped'
  readonly error?: string
}

export type Keep = (outcome: Outcome) => Promise<void>

interface At {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/** Keeps how mails or pushes ended as soon as that is known: what ends while others are being written is written with the next. */
export function keepTogether(at: At, table: Telling): Keep {
  const ended: Outcome[] = []
  let writing: Promise<void> = Promise.resolve()
  return async (outcome) => {
    ended.push(outcome)
    const before = writing
    // The first of those that wait writes for all of them.
    if (ended.length === 1) {
      writing = before.then(
        () => keepAll(at, table, ended.splice(0)),
        () => keepAll(at, table, ended.splice(0)),
      )
    }
    await writing
  }
}

async function keepAll({ db, workspaceId, now }: At, table: Telling, outcomes: readonly Outcome[]): Promise<void> {
  await sql`
    update ${sql.table(table)} as those
    set state = ended.state, last_error = ended.error, sent_at = case when ended.state = 'sent' then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as ended (id uuid, state text, error text)
    where those.workspace_id = ${workspaceId} and those.id = ended.id and those.state = 'sending'
  `.execute(db)
}
