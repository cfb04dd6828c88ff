import type { Context } from '#platform/context.ts'
import { conflict, forbidden } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Visit } from '#platform/http/visit.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockPerson, requireRecentProof } from '../access.ts'
import { mayResetSecondFactor } from '../policy.ts'
import { dropSecondFactor } from './drop-second-factor.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Turns off the second factor of somebody who lost it, and ends their sessions. What they sign in with first stays as it is. */
export async function resetSecondFactor(ctx: Context, { handle }: { handle: string }, visit: Visit): Promise<Record<never, never>> {
  await transact(ctx, async (tx) => {
    const person = await lockPerson(tx, ctx, handle)
    if (person.id === ctx.personId) throw conflict('person.self', () => refusalText('ownSecondFactor'))
    if (!mayResetSecondFactor(ctx, person)) throw forbidden('second_factor.reset_not_allowed', () => refusalText('resetNotAllowed'))
    await requireRecentProof(ctx, visit)
    await dropSecondFactor(tx, ctx.workspaceId, person.id)
    await tx.deleteFrom('sessions').where('workspace_id', '=', ctx.workspaceId).where('person_id', '=', person.id).execute()
    await record(tx, ctx, { type: 'second_factor.reset', subject: { personId: person.id }, audited: true })
  })
  return {}
}
