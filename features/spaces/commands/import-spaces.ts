// oxlint-disable house/commands-record -- an import is silent: no notice, mail, follow or unread may come of it
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'

export interface ImportedSpace {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly purpose: string
  readonly visibility: 'open' | 'private'
  readonly createdBy: string
  readonly createdAt: string
  readonly archived: boolean
  readonly members: readonly string[]
}

/** Adds spaces known from elsewhere with their members. Their slugs must be reserved. */
export async function importSpaces(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId' | 'now'> & { readonly by: string },
  spaces: readonly ImportedSpace[],
): Promise<void> {
  if (spaces.length === 0) return
  const given = JSON.stringify(spaces)
  await sql`
    insert into spaces (workspace_id, id, slug, name, purpose, visibility, created_by, created_at)
    select ${ctx.workspaceId}::integer, id, slug, name, purpose, visibility, "createdBy", "createdAt"
    from jsonb_to_recordset(${given}::jsonb)
      as given (id uuid, slug text, name text, purpose text, visibility text, "createdBy" uuid, "createdAt" timestamptz)
  `.execute(tx)
  await sql`
    insert into space_members (workspace_id, space_id, person_id, added_by, joined_at)
    select ${ctx.workspaceId}::integer, given.id, member::uuid, ${ctx.by}::uuid, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${given}::jsonb) as given (id uuid, members jsonb), jsonb_array_elements_text(given.members) as member
  `.execute(tx)
  await sql`
    insert into space_archives (workspace_id, space_id, archived_by, archived_at)
    select ${ctx.workspaceId}::integer, id, ${ctx.by}::uuid, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${given}::jsonb) as given (id uuid, archived boolean) where archived
  `.execute(tx)
}
