// oxlint-disable house/commands-record -- takeOver records that it was taken
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { type AskStanding, ensureOpen, lockAsk } from '../access/asks.ts'
import type { Ask } from '../contract/ask.ts'
import { mayTake } from '../policy.ts'
import { getAsk } from '../queries/get-ask.ts'
import { onlyOffered } from '../rules/not-yours.ts'
import { partiesOf } from '../rules/owner.ts'
import { alreadyTaken } from '../rules/settled.ts'
import { takeOver } from './take-over.ts'

/**
 * Takes an ask that a space has, or whose owner is away while one covers for them: the first one has it, the others are told who. Who has it already
 * just has it. Throws `ask.already_taken`.
 */
export async function takeAsk(ctx: Context, { id }: { id: string }): Promise<Ask> {
  return transact(ctx, async (tx) => {
    const ask = await lockAsk(tx, ctx, id)
    if (ask.ownerId !== ctx.personId) {
      if (!mayTake(ctx.personId, partiesOf(ask))) await refuse(tx, ctx, ask)
      await ensureOpen(tx, ctx, ask)
      await takeOver(tx, ctx, { ask, answering: false })
    }
    return getAsk({ ...ctx, db: tx }, { id })
  })
}

/** Says who was first to those who could have taken it; to everybody else that it is not theirs to take. */
async function refuse(tx: Tx, ctx: Context, ask: AskStanding): Promise<never> {
  const pass = await tx
    .selectFrom('ask_passes')
    .innerJoin('space_members', (join) =>
      join
        .onRef('space_members.workspace_id', '=', 'ask_passes.workspace_id')
        .onRef('space_members.space_id', '=', 'ask_passes.offered_to_id')
        .on('space_members.person_id', '=', ctx.personId),
    )
    .innerJoin('people', (join) =>
      join.onRef('people.workspace_id', '=', 'ask_passes.workspace_id').onRef('people.id', '=', 'ask_passes.to_id'),
    )
    .where('ask_passes.workspace_id', '=', ctx.workspaceId)
    .where('ask_passes.ask_id', '=', ask.id)
    .select(['people.handle', 'people.name', 'passed_at as at'])
    .orderBy('ask_passes.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!pass) throw onlyOffered(ask)
  await ensureOpen(tx, ctx, ask)
  throw alreadyTaken({ by: { handle: pass.handle, name: pass.name }, at: pass.at })
}
