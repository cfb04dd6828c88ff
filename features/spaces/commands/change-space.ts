import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { ensureSeen } from '#platform/contract/if-match.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockStanding, requireRotationId, type SpaceStanding } from '../access.ts'
import type { changeSpace as contract, Space } from '../contract/space.ts'
import type { SpaceChanged } from '../events.ts'
import { mayChangeSpace, mayGovernSpace } from '../policy.ts'
import { getSpace } from '../queries/get-space.ts'
import { spaceVersion } from '../queries/space-version.ts'
import { ensureInside, ensureNotArchived, ensureNotDirect, notYours } from '../rules/failures.ts'
import { archiveSpace, unarchiveSpace } from './archive-space.ts'

type Changes = Omit<InputOf<typeof contract>, 'slug' | 'archived'>

/** Changes what a space says of itself and who may read it, or archives it. Throws `space.text_changed` (412) where another name or purpose was seen. Members stay members when it becomes private. */
export async function changeSpace(ctx: Context, { slug, archived, ...changes }: InputOf<typeof contract>): Promise<Space> {
  return transact(ctx, async (tx) => {
    const space = await lockStanding(tx, ctx, slug)
    ensureMay(ctx, space, { changes, archived })
    ensureSeen(ctx.ifMatch, { version: spaceVersion(space), code: 'space.text_changed' })
    ensureNotDirect(space)
    if (archived === false && space.archived) await unarchiveSpace(tx, ctx, space.id)
    await change(tx, ctx, { space: { ...space, archived: archived === false ? false : space.archived }, changes })
    if (archived === true && !space.archived) await archiveSpace(tx, ctx, space.id)
    return getSpace({ ...ctx, db: tx }, { slug: space.id })
  })
}

function ensureMay(ctx: Context, space: SpaceStanding, { changes, archived }: { changes: Changes; archived: boolean | undefined }): void {
  if (space.direct) return
  const governs = archived !== undefined || changes.visibility !== undefined
  if (!(governs ? mayGovernSpace(ctx, space) : mayChangeSpace(ctx, space))) throw notYours()
}

async function change(tx: Tx, ctx: Context, { space, changes }: { space: SpaceStanding; changes: Changes }): Promise<void> {
  const { name = space.name, purpose = space.purpose, visibility = space.visibility, respondWithin = space.respondWithin } = changes
  const rotationId = changes.rotation
    ? await requireRotationId(tx, ctx, changes.rotation)
    : changes.rotation === null
      ? null
      : space.rotationId
  const next = { name, purpose, visibility, respondWithin, rotationId }
  if (Object.entries(next).every(([key, value]) => value === space[key as keyof typeof next])) return
  ensureNotArchived(space)
  ensureInside({ visibility, member: space.member })
  await tx
    .updateTable('spaces')
    .set({ name, purpose, visibility, respond_within: respondWithin, rotation_id: rotationId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', space.id)
    .execute()
  const opened = changes.visibility === undefined || changes.visibility === space.visibility ? {} : { visibility: changes.visibility }
  await record(tx, ctx, {
    type: 'space.changed',
    placeId: space.id,
    subject: { spaceId: space.id, ...opened } satisfies SpaceChanged['subject'],
    ...(opened ? { audited: true } : {}),
  })
}
