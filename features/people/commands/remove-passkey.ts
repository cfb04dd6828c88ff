import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Visit } from '#platform/http/visit.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireRecentProof } from '../access.ts'
import { findAccount } from '../queries/find-account.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Removes one of one's own passkeys, or 404. Throws `passkey.last_way` when nothing else would be left to sign in with. */
export async function removePasskey(ctx: Context, { id }: { id: string }, visit: Visit): Promise<Record<never, never>> {
  await requireRecentProof(ctx, visit)
  await transact(ctx, async (tx) => {
    const own = await lockOwn(tx, ctx)
    if (!own.includes(id)) throw notFound('passkey')
    const account = await findAccount(tx, { id: ctx.personId })
    if (own.length === 1 && account?.hash === null && account.email === null)
      throw conflict('passkey.last_way', () => refusalText('lastWay'))
    await tx.deleteFrom('passkeys').where('workspace_id', '=', ctx.workspaceId).where('id', '=', id).execute()
    await record(tx, ctx, { type: 'passkey.removed', subject: { personId: ctx.personId, passkeyId: id }, audited: true })
  })
  return {}
}

async function lockOwn(tx: Tx, { workspaceId, personId }: Context): Promise<string[]> {
  const rows = await tx
    .selectFrom('passkeys')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.id)
}
