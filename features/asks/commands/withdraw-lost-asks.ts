// oxlint-disable house/commands-record -- settleAsks records that each was withdrawn
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import { openAsks } from '../access/asks.ts'
import type { Actor } from '../events.ts'
import { withdrawalReasons } from '../rules/causes.ts'
import { settleAsks } from './settle-asks.ts'

/** A deleted post; an archived space; or asks planned just now, perhaps while their space was archived. */
export type Lost = { readonly postId: string } | { readonly spaceId: string } | { readonly askIds: readonly string[] }

/** Takes back the open asks whose post or space is no longer there to answer in; the actor is who took that away. */
export async function withdrawLostAsks(tx: Tx, actor: Actor, lost: Lost): Promise<void> {
  const cause = 'postId' in lost ? 'post_deleted' : 'space_archived'
  const asks = await ('postId' in lost ? ofDeletedPost(tx, actor, lost.postId) : inArchivedSpaces(tx, actor, lost)).execute()
  await settleAsks(tx, actor, { asks, end: { state: 'withdrawn', reason: withdrawalReasons[cause], cause } })
}

function ofDeletedPost(tx: Tx, { workspaceId }: Actor, postId: string) {
  return openAsks(tx, workspaceId)
    .where('asks.post_id', '=', postId)
    .where('asks.thread_id', 'in', (from) =>
      from.selectFrom('posts').select('posts.thread_id').where('posts.workspace_id', '=', workspaceId).where('posts.id', '=', postId),
    )
}

function inArchivedSpaces(tx: Tx, { workspaceId }: Actor, lost: Exclude<Lost, { postId: string }>) {
  const archived = openAsks(tx, workspaceId).innerJoin('space_archives', (join) =>
    join.onRef('space_archives.workspace_id', '=', 'threads.workspace_id').onRef('space_archives.space_id', '=', 'threads.space_id'),
  )
  return 'spaceId' in lost ? archived.where('threads.space_id', '=', lost.spaceId) : archived.where('asks.id', '=', anyOf(lost.askIds))
}
