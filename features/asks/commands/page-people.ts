import { record } from '#platform/events/record.ts'
import type { JobRun } from '#platform/jobs/job.ts'
import type { Tx } from '#platform/sql/database.ts'
import { openIncident } from '#features/availability/queries/open-incident.ts'
import { type AskRow, openAsks } from '../access/asks.ts'
import type { Actor, AskPaged } from '../events.ts'
import { duePagings } from '../queries/due-pagings.ts'
import { pagesOf } from '../queries/pages-of.ts'
import { peopleOnDuty } from '../queries/people-on-duty.ts'
import { whomToPage } from '../rules/paging.ts'
import { subjectOf } from '../rules/subject.ts'
import { declareIncident } from './declare-incident.ts'
import { endPaging } from './end-paging.ts'
import { joinIncident } from './join-incident.ts'
import { keepPage } from './keep-page.ts'

/**
 * Takes the next step of every urgent ask whose time has come: each in a transaction of its own, so that a page and the time of the next are one.
 * Who may be paged is decided by now, however late this runs, and what was missed is not made up for. Returns how many.
 */
export async function pagePeople({ db, workspaceId, now, due }: JobRun & { due: Temporal.Instant }): Promise<number> {
  const ids = await duePagings(db, { workspaceId, due })
  for (const id of ids) await db.transaction().execute((tx) => pageNext(tx, { workspaceId, now, personId: null }, id))
  return ids.length
}

async function pageNext(tx: Tx, actor: Actor, askId: string): Promise<void> {
  const ask = await openAsks(tx, actor.workspaceId).where('asks.id', '=', askId).executeTakeFirst()
  const paging = await lockPaging(tx, actor, askId)
  if (!paging) return
  if (!ask) return endPaging(tx, actor, { askId, how: 'settled' })
  if (Temporal.Instant.compare(actor.now, paging.until) >= 0) return giveUp(tx, actor, ask)
  if (await joins(tx, actor, { ask, paging })) return
  await declareIncident(tx, actor, { thread: { id: ask.threadId, spaceId: ask.spaceId }, rotationId: paging.rotationId, askId })
  await page(tx, actor, { ask, rotationId: paging.rotationId })
  const next = actor.now.add({ minutes: paging.escalateAfter })
  await tx
    .updateTable('pagings')
    .set({
      next_at: Temporal.Instant.compare(next, paging.until) < 0 ? next : paging.until,
      incident_id: paging.incidentId ?? ask.threadId,
    })
    .where('workspace_id', '=', actor.workspaceId)
    .where('ask_id', '=', askId)
    .execute()
}

interface Paging {
  readonly rotationId: string
  readonly incidentId: string | null
  readonly anotherMatter: boolean
  readonly until: Temporal.Instant
  readonly escalateAfter: number
}

/** The paging of an ask whose next step is due, with its rotation: held, so that two causes at once do not each make an incident. */
async function lockPaging(tx: Tx, { workspaceId, now }: Actor, askId: string): Promise<Paging | undefined> {
  return tx
    .selectFrom('pagings')
    .innerJoin('rotations', (join) =>
      join.onRef('rotations.workspace_id', '=', 'pagings.workspace_id').onRef('rotations.id', '=', 'pagings.rotation_id'),
    )
    .where('pagings.workspace_id', '=', workspaceId)
    .where('pagings.ask_id', '=', askId)
    .where('pagings.next_at', '<=', now)
    .select(['rotation_id as rotationId', 'incident_id as incidentId', 'another_matter as anotherMatter', 'until_at as until'])
    .select('rotations.escalate_after as escalateAfter')
    .forNoKeyUpdate(['pagings', 'rotations'])
    .executeTakeFirst()
}

/** What was with its receiver until now, and would call the rotation, joins an incident that is open there. */
async function joins(tx: Tx, actor: Actor, { ask, paging }: { ask: AskRow; paging: Paging }): Promise<boolean> {
  if (paging.incidentId !== null || paging.anotherMatter) return false
  const { workspaceId } = actor
  const open = await openIncident(tx, { workspaceId, rotationId: paging.rotationId, personId: ask.askerId })
  if (!open) return false
  await endPaging(tx, actor, { askId: ask.id, how: 'joined' })
  await tx
    .updateTable('pagings')
    .set({ incident_id: open.threadId })
    .where('workspace_id', '=', workspaceId)
    .where('ask_id', '=', ask.id)
    .execute()
  await joinIncident(tx, actor, { askId: ask.id, threadId: ask.threadId, incidentId: open.threadId })
  return true
}

async function page(tx: Tx, actor: Actor, { ask, rotationId }: { ask: AskRow; rotationId: string }): Promise<void> {
  const people = await peopleOnDuty(tx, { ...actor, rotationId, spaceId: ask.spaceId, askerId: ask.askerId })
  const pagedId = whomToPage(people, await pagesOf(tx, { ...actor, askId: ask.id }))
  if (pagedId === null) return
  await keepPage(tx, actor, { askId: ask.id, personId: pagedId })
  const subject = { ...subjectOf(ask), pagedId } satisfies AskPaged['subject']
  await record(tx, actor, { type: 'ask.paged', placeId: ask.spaceId, streamId: ask.threadId, subject })
}

async function giveUp(tx: Tx, actor: Actor, ask: AskRow): Promise<void> {
  await endPaging(tx, actor, { askId: ask.id, how: 'unacknowledged' })
  await record(tx, actor, { type: 'ask.unacknowledged', placeId: ask.spaceId, streamId: ask.threadId, subject: subjectOf(ask) })
}
