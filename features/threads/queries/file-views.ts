import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { PostFile } from '../contract/file.ts'
import { addressEnd, fileAddress } from '../rules/file-address.ts'

export interface FileRow {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly kind: PostFile['kind']
  readonly size: number
  readonly width: number | null
  readonly height: number | null
  readonly description: string
}

/** The files of the post that a statement is at, in their order; null when it has none. */
export const filesOfPost: RawBuilder<FileRow[] | null> = sql`(
  select json_agg(json_build_object(
    'id', f.id, 'name', f.name, 'mediaType', f.media_type, 'kind', f.kind, 'size', f.served_size,
    'width', f.width, 'height', f.height, 'description', pf.description
  ) order by pf.place)
  from post_files pf
  join files f on f.workspace_id = pf.workspace_id and f.id = pf.file_id
  where pf.workspace_id = posts.workspace_id and pf.post_id = posts.id
)`

/** The names of a post's files in their order, in one line; null when it has none. `post` is what the statement calls it. */
export const fileNamesOf = (post: string): RawBuilder<string | null> => sql`(
  select string_agg(f.name, ', ' order by pf.place)
  from post_files pf
  join files f on f.workspace_id = pf.workspace_id and f.id = pf.file_id
  where pf.workspace_id = ${sql.ref(`${post}.workspace_id`)} and pf.post_id = ${sql.ref(`${post}.id`)}
)`

/** Files as this reader is answered them, each with addresses of their own. */
export function fileViews(ctx: Context, rows: readonly FileRow[]): PostFile[] {
  return rows.map(({ mediaType, ...file }) => ({
    ...file,
    type: mediaType,
    address: fileAddress(ctx, file),
    preview: file.kind === 'image' ? fileAddress(ctx, { id: file.id, form: 'preview' }) : null,
    until: addressEnd(ctx.now),
  }))
}
