// oxlint-disable house/commands-record -- whoever writes or edits the post records that
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { FilesIn } from '../contract/file.ts'
import { alreadyPosted, KEPT_HOURS, unfinished } from '../rules/uploads.ts'

interface Attaching {
  readonly postId: string
  readonly files: FilesIn
}

/** Puts files that the actor uploaded into a post of theirs, in this order. Throws 404 for what is not theirs, `file.already_posted`, `file.unfinished`. */
export async function attachFiles(tx: Tx, ctx: Context, { postId, files }: Attaching): Promise<void> {
  if (files.length === 0) return
  await ensureReady(tx, ctx, files)
  const rows = files.map(({ id, description }, place) => ({ id, description, place }))
  await sql`
    with posted as (
      update files set posted = true where workspace_id = ${ctx.workspaceId} and id = any(${files.map(({ id }) => id)}::uuid[])
    )
    insert into post_files (workspace_id, post_id, file_id, place, description)
    select ${ctx.workspaceId}::integer, ${postId}::uuid, id, place, description
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, place integer, description text)
  `.execute(tx)
}

/** Their rows are held: of two posts that want one file at once the second finds it taken. */
async function ensureReady(tx: Tx, ctx: Context, files: FilesIn): Promise<void> {
  const found = await tx
    .selectFrom('files')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', anyOf(files.map(({ id }) => id)))
    .where('uploaded_by', '=', ctx.personId)
    .select(['id', 'finished_at as finishedAt', 'created_at as createdAt', 'posted'])
    .orderBy('id')
    .forUpdate()
    .execute()
  const known = new Map(found.map((file) => [file.id, file]))
  const oldest = ctx.now.subtract({ hours: KEPT_HOURS })
  for (const [index, { id }] of files.entries()) {
    const [file, path] = [known.get(id), `files.${index}`]
    if (!file) throw notFound('file', path)
    if (file.posted) throw alreadyPosted(path)
    if (Temporal.Instant.compare(file.createdAt, oldest) <= 0) throw notFound('file', path)
    if (file.finishedAt === null) throw unfinished(path)
  }
}
