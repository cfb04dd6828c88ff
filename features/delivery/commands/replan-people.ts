// oxlint-disable house/commands-record -- what is planned anew follows from facts that were recorded, or from time itself
import type { Tx } from '#platform/sql/database.ts'
import { replanAsksOf } from '#features/asks/commands/replan-asks.ts'
import { replanItems } from '#features/inbox/commands/replan-items.ts'
import { dropMoments } from './drop-moments.ts'
import { planDigests } from './plan-digests.ts'
import { planForItems } from './plan-for-items.ts'

interface Replanning {
  readonly people: readonly string[]
  readonly now: Temporal.Instant
}

/** Plans everything anew that has not reached these people: asks first, then what else waits, then the moments that bring it. */
export async function replanPeople(tx: Tx, workspaceId: number, { people, now }: Replanning): Promise<void> {
  await replanAsksOf(tx, { workspaceId, now }, people)
  await replanReach(tx, workspaceId, { people, now })
}

/** The same where the asks have been planned anew already. */
export async function replanReach(tx: Tx, workspaceId: number, { people, now }: Replanning): Promise<void> {
  if (people.length === 0) return
  await replanItems(tx, workspaceId, { people, now })
  await dropMoments(tx, workspaceId, people)
  await planDigests(tx, workspaceId, { people, after: now.subtract({ milliseconds: 1 }) })
  await planForItems(tx, workspaceId, { people, from: now })
}
