import type { Tx } from '#platform/sql/database.ts'
import type { Page } from '../rules/paging.ts'

/** Whom an urgent ask interrupted so far, and when. */
export async function pagesOf(tx: Tx, { workspaceId, askId }: { workspaceId: number; askId: string }): Promise<Page[]> {
  const rows = await tx
    .selectFrom('pages')
    .where('workspace_id', '=', workspaceId)
    .where('ask_id', '=', askId)
    .select(['person_id as personId', 'paged_at as pagedAt'])
    .execute()
  return rows.map(({ personId, pagedAt }) => ({ personId, at: pagedAt.epochMilliseconds }))
}
