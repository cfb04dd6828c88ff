import { record } from '#platform/events/record.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { type Teammate, teammatesOf } from '#features/availability/access/teammates.ts'
import { type AskRow, openAsks } from '../access/asks.ts'
import type { Actor, AskAssigned } from '../events.ts'
import { nextOfTeam } from '../rules/next-of-team.ts'
import { person } from '../rules/owner.ts'
import { scheduleAsDue } from '../rules/schedule.ts'
import { subjectOf } from '../rules/subject.ts'
import { giveAsk } from './give-ask.ts'

const AT_ONCE = 100

/** Gives what spaces have and nobody took in time to one of each. Returns how many it looked at; when many, there may be more. */
export async function assignAsks({ db, workspaceId, due }: { db: Database; workspaceId: number; due: Temporal.Instant }): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const asks = await openAsks(tx, workspaceId).where('asks.assign_at', '<=', due).limit(AT_ONCE).execute()
    const formerOwners = await formerOwnersOf(tx, workspaceId, asks)
    for (const ask of asks) {
      const next = nextOfTeam(await membersFor(tx, workspaceId, ask), {
        timedById: ask.timedById,
        formerIds: formerOwners.get(ask.id) ?? [],
        now: due.epochMilliseconds,
      })
      if (next) await assign(tx, { workspaceId, personId: null, now: due }, { ask, next })
      else await leave(tx, workspaceId, ask)
    }
    return asks.length
  })
}

async function membersFor(tx: Tx, workspaceId: number, { ownerSpaceId, spaceId, askerId }: AskRow): Promise<Teammate[]> {
  if (ownerSpaceId === null) return []
  return (await teammatesOf(tx, { workspaceId, teamIds: [ownerSpaceId], placeId: spaceId, askerId })).get(ownerSpaceId) ?? []
}

async function formerOwnersOf(tx: Tx, workspaceId: number, asks: readonly AskRow[]): Promise<Map<string, string[]>> {
  const passes = await tx
    .selectFrom('ask_passes')
    .where('workspace_id', '=', workspaceId)
    .where('ask_id', '=', anyOf(asks.map(({ id }) => id)))
    .where('followed_rotation_id', 'is', null)
    .select(['ask_id', 'from_id'])
    .execute()
  const byAsk = Map.groupBy(passes, (pass) => pass.ask_id)
  return new Map([...byAsk].map(([askId, some]) => [askId, some.flatMap(({ from_id: id }) => id ?? [])]))
}

async function assign(tx: Tx, actor: Actor, { ask, next }: { ask: AskRow; next: Teammate }): Promise<void> {
  const fresh = { ...ask, deliverAt: null, deliveredAt: null, interrupts: false }
  const schedule = scheduleAsDue(next.resolved, fresh, actor.now)
  const owner = person(next.id)
  await giveAsk(tx, actor, { ask, to: owner, note: '', schedule, timedById: ask.timedById, offeredToId: ask.ownerSpaceId })
  const subject = {
    ...subjectOf({ ...ask, ...owner, deliveredAt: null }),
    formerOwnerId: null,
    formerSpaceId: ask.ownerSpaceId,
    late: schedule.tight || schedule.unreachable,
  } satisfies AskAssigned['subject']
  await record(tx, actor, { type: 'ask.assigned', placeId: ask.spaceId, streamId: ask.threadId, subject })
}

/** There is nobody to give it to: it stays with the space, and is not looked at again. */
async function leave(tx: Tx, workspaceId: number, { id }: AskRow): Promise<void> {
  await tx.updateTable('asks').set({ assign_at: null }).where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}
