// oxlint-disable house/commands-record -- the caller records that they joined, once their calendars stand
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'

export interface ImportedPerson {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly active: boolean
  /** Where they were reached elsewhere. Nothing is sent there, and nobody signs in by it. */
  readonly email: string | null
}

/** Adds people known from elsewhere, as members without address or sign-in. Those who had left are deactivated. Their handles must be reserved. */
export async function importPeople(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId' | 'now'> & { readonly by: string },
  people: readonly ImportedPerson[],
): Promise<void> {
  if (people.length === 0) return
  const given = JSON.stringify(people)
  await sql`
    insert into people (workspace_id, id, handle, name, role, created_at)
    select ${ctx.workspaceId}::integer, id, handle, name, 'member', ${ctx.now}::timestamptz
    from jsonb_to_recordset(${given}::jsonb) as given (id uuid, handle text, name text)
  `.execute(tx)
  await sql`
    insert into person_deactivations (workspace_id, person_id, deactivated_by, deactivated_at)
    select ${ctx.workspaceId}::integer, id, ${ctx.by}::uuid, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${given}::jsonb) as given (id uuid, active boolean) where not active
  `.execute(tx)
  await sql`
    insert into imported_addresses (workspace_id, person_id, email)
    select ${ctx.workspaceId}::integer, id, email from jsonb_to_recordset(${given}::jsonb) as given (id uuid, email text) where email is not null
  `.execute(tx)
}
