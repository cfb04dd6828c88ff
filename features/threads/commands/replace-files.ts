// oxlint-disable house/commands-record -- whoever edits or deletes the post records that
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { FilesIn } from '../contract/file.ts'
import { attachFiles } from './attach-files.ts'
import { discardFiles } from './discard-files.ts'

interface Replacing {
  /** Held by the transaction. */
  readonly postId: string
  readonly files: FilesIn
}

/** Gives a post these files, in this order. What it had and has no more is gone; what is new has to be the actor's. Returns whether anything changed. */
export async function replaceFiles(tx: Tx, ctx: Context, { postId, files }: Replacing): Promise<boolean> {
  const before = await tx
    .selectFrom('post_files')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('post_id', '=', postId)
    .select(['file_id as id', 'description'])
    .orderBy('place')
    .execute()
  if (JSON.stringify(before) === JSON.stringify(files.map(({ id, description }) => ({ id, description })))) return false
  const [had, wanted] = [before.map(({ id }) => id), files.map(({ id }) => id)]
  await discardFiles(
    tx,
    ctx,
    had.filter((id) => !wanted.includes(id)),
  )
  await attachFiles(tx, ctx, { postId, files: files.filter(({ id }) => !had.includes(id)) })
  await putInOrder(tx, ctx, { postId, files })
  return true
}

async function putInOrder(tx: Tx, { workspaceId }: Context, { postId, files }: Replacing): Promise<void> {
  const rows = files.map(({ id, description }, place) => ({ id, description, place }))
  await sql`
    update post_files set place = given.place, description = given.description
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, place integer, description text)
    where post_files.workspace_id = ${workspaceId} and post_files.post_id = ${postId} and post_files.file_id = given.id
  `.execute(tx)
}
