// oxlint-disable house/commands-record -- whoever takes a file out of a post records that; what was in no post concerns nobody
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'

/** Takes files away, out of their post if they are in one. From now on there is no such file; its bytes are removed once this is committed. */
export async function discardFiles(
  tx: Tx,
  { workspaceId, now }: Pick<Context, 'workspaceId' | 'now'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await sql`
    with taken as (
      delete from post_files where workspace_id = ${workspaceId} and file_id = any(${[...ids]}::uuid[])
    ), gone as (
      delete from files where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[]) returning id
    )
    insert into discarded_files (workspace_id, file_id, discarded_at) select ${workspaceId}::integer, id, ${now}::timestamptz from gone
  `.execute(tx)
}
