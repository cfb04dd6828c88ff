// oxlint-disable house/commands-record -- writePost records that a post was added
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { ThreadRow } from '../access.ts'
import type { FilesIn } from '../contract/file.ts'
import { ensureWritable } from '../rules/threads.ts'
import { writePost } from './write-post.ts'

interface Addition {
  /** As `lockThread` gave it. */
  readonly thread: ThreadRow
  readonly body: string
  readonly fyi: boolean
  readonly files?: FilesIn
}

/** Posts in a held thread, open or concluded. Throws `space.archived`. */
export async function addPost(tx: Tx, ctx: Context, { thread, body, fyi, files = [] }: Addition): Promise<{ postId: string; seq: number }> {
  ensureWritable(thread)
  return writePost(tx, ctx, { thread, body, fyi, files })
}
