import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { Duty } from '#features/availability/queries/on-call-for.ts'
import { openIncident } from '#features/availability/queries/open-incident.ts'
import type { Place } from '../access/receivers.ts'
import { PAGES_FOR } from '../rules/paging.ts'
import { declareIncident } from './declare-incident.ts'
import { keepPage } from './keep-page.ts'
import { joinIncident } from './join-incident.ts'

interface Starting {
  readonly thread: Place & { readonly id: string }
  readonly askId: string
  /** Null where a space is asked, which interrupts nobody of it. */
  readonly ownerId: string | null
  /** It reaches its receiver at once. */
  readonly interrupts: boolean
  readonly anotherMatter: boolean
  readonly duty: Duty | null
}

/**
 * What an urgent ask sets going: it interrupts its receiver, and pages whoever is on call if the receiver does not acknowledge it in time; or,
 * where it cannot reach the receiver now, whoever is on call at once. While an incident is open on the rotation it joins that, and pages nobody.
 */
export async function startPaging(tx: Tx, ctx: Context, starting: Starting): Promise<void> {
  const { askId, ownerId, interrupts, anotherMatter, thread, duty } = starting
  const { workspaceId, now } = ctx
  if (interrupts && ownerId !== null) await keepPage(tx, ctx, { askId, personId: ownerId })
  if (!duty) return
  const rotationId = duty.rotation.id
  // Held, so that of two causes at once the second finds the incident of the first.
  await tx
    .selectFrom('rotations')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', rotationId)
    .select('id')
    .forNoKeyUpdate()
    .execute()
  const open = interrupts || anotherMatter ? null : await openIncident(tx, { workspaceId, rotationId, personId: ctx.personId })
  const incidentId = interrupts ? null : (open?.threadId ?? thread.id)
  if (!interrupts && !open) await declareIncident(tx, ctx, { thread, rotationId, askId })
  const ending = open ? { ended: 'joined', ended_at: now } : {}
  await tx
    .insertInto('pagings')
    .values({
      workspace_id: workspaceId,
      ask_id: askId,
      rotation_id: rotationId,
      incident_id: incidentId,
      another_matter: anotherMatter,
      started_at: now,
      until_at: now.add(PAGES_FOR),
      next_at: open ? null : interrupts ? now.add({ minutes: duty.rotation.escalateAfter }) : now,
      ...ending,
    })
    .execute()
  if (open) await joinIncident(tx, ctx, { askId, threadId: thread.id, incidentId: open.threadId })
}
