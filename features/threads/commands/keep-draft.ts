// oxlint-disable house/commands-record -- what is being written concerns nobody yet
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { transact } from '#platform/sql/transact.ts'
import type { Draft, keepDraft as endpoint } from '../contract/drafts.ts'
import { findDraft } from '../queries/get-draft.ts'
import { draftChanged, draftText, ensureSameDraft, MOST_DRAFTS, tooManyDrafts } from '../rules/drafts.ts'

/** Keeps what the actor is writing for one place. Throws `draft.changed` (412) when the request names another version than the one that stands. */
export async function keepDraft(ctx: Context, { key, value }: InputOf<typeof endpoint>): Promise<Draft> {
  const text = draftText(value)
  return transact(ctx, async (tx) => {
    const within = { ...ctx, db: tx }
    const current = await findDraft(within, key)
    ensureSameDraft(ctx.ifMatch, current)
    const version = newId(ctx.now)
    if (current) await rewrite(tx, ctx, { key, text, version })
    else if (!(await begin(tx, ctx, { key, text, version }))) throw draftChanged(await findDraft(within, key))
    return { key, value, version, at: ctx.now.toString() }
  })
}

interface Written {
  readonly key: string
  readonly text: string
  readonly version: string
}

async function rewrite(tx: Tx, { workspaceId, personId, now }: Context, { key, text, version }: Written): Promise<void> {
  await tx
    .updateTable('drafts')
    .set({ value: text, version, written_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .execute()
}

/** False when another device began at the same time. */
async function begin(tx: Tx, { workspaceId, personId, now }: Context, { key, text, version }: Written): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from drafts where workspace_id = ${workspaceId} and person_id = ${personId}
  `.execute(tx)
  if ((rows[0]?.count ?? 0) >= MOST_DRAFTS) throw tooManyDrafts()
  const made = await tx
    .insertInto('drafts')
    .values({ workspace_id: workspaceId, person_id: personId, key, value: text, version, written_at: now })
    .onConflict((already) => already.doNothing())
    .returning('key')
    .executeTakeFirst()
  return made !== undefined
}
