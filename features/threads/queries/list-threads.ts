import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { requirePerson } from '#features/people/access.ts'
import { requireSpace } from '#features/spaces/access.ts'
import type { listThreads as contract } from '../contract/threads.ts'
import { listedThreads, newestFirst } from './listed-threads.ts'

/** The threads of a space, newest activity first, in one statement beside finding the space, and one more for whose they are. */
export async function listThreads(
  ctx: Context,
  { slug, kind, state, dri, after, limit }: InputOf<typeof contract>,
): Promise<OutputOf<typeof contract>> {
  const space = await requireSpace(ctx.db, ctx, slug)
  const driId = dri === undefined ? null : dri === 'me' ? ctx.personId : (await requirePerson(ctx.db, ctx, { handle: dri, path: 'dri' })).id
  const chosen = chosenThreads(ctx, { spaceId: space.id, kind, state, driId, after, limit })
  return listedThreads(ctx, { chosen, limit })
}

interface Choice {
  readonly spaceId: string
  readonly kind: string | undefined
  readonly state: string | undefined
  readonly driId: string | null
  readonly after: string | undefined
  readonly limit: number
}

/** Which threads are shown. */
function chosenThreads({ db, workspaceId }: Context, { spaceId, kind, state, driId, after, limit }: Choice) {
  let threads = newestFirst({ db, workspaceId }, { after, limit }).where('space_id', '=', spaceId)
  if (kind) threads = threads.where('kind', '=', kind)
  if (state) threads = threads.where('concluded', '=', state === 'concluded')
  if (driId) threads = threads.where('dri_id', '=', driId)
  return threads
}
