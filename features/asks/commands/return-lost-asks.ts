import { sql } from 'kysely'
import { record } from '#platform/events/record.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import { readersAmong } from '#features/spaces/access.ts'
import { teammatesOf } from '#features/availability/access/teammates.ts'
import { type AskRow, openAsks } from '../access/asks.ts'
import { calendarsOf } from '../access/calendars.ts'
import { type Destination, teamDestination, timingOf } from '../access/destinations.ts'
import type { Actor, AskOwnerLost, LossCause } from '../events.ts'
import { lossReasons, withdrawalReasons } from '../rules/causes.ts'
import { person } from '../rules/owner.ts'
import { scheduleForNext } from '../rules/schedule.ts'
import { subjectOf } from '../rules/subject.ts'
import { giveAsk } from './give-ask.ts'
import { settleAsks } from './settle-asks.ts'

export interface Unsettled {
  /** People who were deactivated, changed role, or left a space. */
  readonly personIds: readonly string[]
  /** Spaces that were archived, lost a member, or may have become private. */
  readonly spaceIds: readonly string[]
  /** Asks made or passed just now, perhaps while that happened. */
  readonly askIds: readonly string[]
}

/**
 * Gives back the open asks whose owner is deactivated or may no longer read the thread, or of whose space nobody is left: to who asked, with the
 * reason; where they are gone as well, to who decides in the thread, else to the space it stands in; where nobody is left at all, it ends.
 */
export async function returnLostAsks(tx: Tx, actor: Actor, { personIds, spaceIds, askIds }: Unsettled): Promise<void> {
  const lost = () => ownerless(tx, actor.workspaceId)
  if (personIds.length > 0) {
    await returnAll(tx, actor, lost().where('asks.owner_id', '=', anyOf(personIds)))
    await returnAll(tx, actor, lost().where('asks.owner_space_id', 'in', spacesOf(tx, actor.workspaceId, personIds)))
  }
  if (spaceIds.length > 0) {
    await returnAll(tx, actor, lost().where('threads.space_id', '=', anyOf(spaceIds)))
    await returnAll(tx, actor, lost().where('asks.owner_space_id', '=', anyOf(spaceIds)))
  }
  if (askIds.length > 0) await returnAll(tx, actor, lost().where('asks.id', '=', anyOf(askIds)))
}

const spacesOf = (tx: Tx, workspaceId: number, personIds: readonly string[]) =>
  tx.selectFrom('space_members').where('workspace_id', '=', workspaceId).where('person_id', '=', anyOf(personIds)).select('space_id')

const isGone = sql<boolean>`exists (select from person_deactivations gone where gone.workspace_id = asks.workspace_id and gone.person_id = asks.owner_id)`

const mayRead = sql<boolean>`exists (
  select from people owner where owner.workspace_id = asks.workspace_id and owner.id = asks.owner_id
    and ((spaces.visibility = 'open' and owner.role <> 'guest') or exists (
      select from space_members m where m.workspace_id = asks.workspace_id and m.space_id = threads.space_id and m.person_id = owner.id)))`

const someoneIsLeft = sql<boolean>`(
  not exists (select from space_archives closed where closed.workspace_id = asks.workspace_id and closed.space_id = asks.owner_space_id)
  and exists (
    select from space_members mate join people p on p.workspace_id = mate.workspace_id and p.id = mate.person_id
    where mate.workspace_id = asks.workspace_id and mate.space_id = asks.owner_space_id and mate.person_id <> asks.asked_by
      and not exists (select from person_deactivations gone where gone.workspace_id = mate.workspace_id and gone.person_id = mate.person_id)
      and ((spaces.visibility = 'open' and p.role <> 'guest') or exists (
        select from space_members m where m.workspace_id = asks.workspace_id and m.space_id = threads.space_id and m.person_id = p.id))))`

function ownerless(tx: Tx, workspaceId: number) {
  return openAsks(tx, workspaceId)
    .select(isGone.as('deactivated'))
    .where(sql<boolean>`case when asks.owner_id is null then not ${someoneIsLeft} else ${isGone} or not ${mayRead} end`)
}

async function returnAll(tx: Tx, actor: Actor, lost: ReturnType<typeof ownerless>): Promise<void> {
  for (const ask of await lost.execute()) await returnOne(tx, actor, { ask, cause: causeOf(ask) })
}

const causeOf = ({ ownerId, deactivated }: { ownerId: string | null; deactivated: boolean }): LossCause =>
  ownerId === null ? 'nobody_left' : deactivated ? 'deactivated' : 'cannot_read'

async function returnOne(tx: Tx, actor: Actor, { ask, cause }: { ask: AskRow; cause: LossCause }): Promise<void> {
  const heir = await heirOf(tx, actor, ask)
  if (heir === null) {
    await settleAsks(tx, actor, { asks: [ask], end: { state: 'withdrawn', reason: withdrawalReasons[cause], cause } })
    return
  }
  const schedule = scheduleForNext(heir.resolved, ask, { isOwn: false, now: actor.now })
  await giveAsk(tx, actor, { ask, to: heir.owner, note: lossReasons[cause], schedule, ...timingOf(heir, schedule) })
  const subject = {
    ...subjectOf({ ...ask, ...heir.owner, deliveredAt: null }),
    formerOwnerId: ask.ownerId,
    formerSpaceId: ask.ownerSpaceId,
    cause,
  } satisfies AskOwnerLost['subject']
  await record(tx, actor, { type: 'ask.owner_lost', placeId: ask.spaceId, streamId: ask.threadId, subject })
}

/** Who asked, else who decides in the thread, of those who may read it; else the space in which it stands, if somebody of it may have it. */
async function heirOf(tx: Tx, { workspaceId, now }: Actor, ask: AskRow): Promise<Destination | null> {
  const { askerId, driId, ownerId, ownerSpaceId, spaceId } = ask
  const candidates = [askerId, driId].filter((id) => id !== null).filter((id) => id !== ownerId)
  const readers = await readersAmong(tx, { workspaceId, spaceId, personIds: candidates })
  const id = candidates.find((each) => readers.has(each))
  if (id !== undefined) return { owner: person(id), resolved: (await calendarsOf(tx, workspaceId, [id])).of(id), timedById: null }
  if (ask.direct || spaceId === ownerSpaceId) return null
  const members = (await teammatesOf(tx, { workspaceId, teamIds: [spaceId], placeId: spaceId, askerId })).get(spaceId)
  return members ? teamDestination(spaceId, members, now) : null
}
