import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Draft } from '../contract/drafts.ts'

/** What the reader is writing for one place, or 404. */
export async function getDraft(ctx: Context, { key }: { key: string }): Promise<Draft> {
  const draft = await findDraft(ctx, key)
  if (!draft) throw notFound('draft')
  return draft
}

/** What the reader is writing for one place, if anything; within a transaction held until that ends. */
export async function findDraft({ db, workspaceId, personId }: Context, key: string): Promise<Draft | null> {
  const row = await db
    .selectFrom('drafts')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .select(['key', 'value', 'version', 'written_at as at'])
    .$if(db.isTransaction, (drafts) => drafts.forUpdate())
    .executeTakeFirst()
  return row ? { ...row, value: JSON.parse(row.value) as Draft['value'], at: row.at.toString() } : null
}
