import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Space } from '../contract/space.ts'
import { namedSpace } from '../access.ts'
import { spaceRows, toSpace } from './space-rows.ts'

/** One space by slug or id, in one statement, or 404. */
export async function getSpace(ctx: Context, { slug }: { readonly slug: string }): Promise<Space> {
  const row = await spaceRows(ctx).where(namedSpace(slug)).executeTakeFirst()
  if (!row) throw notFound('space')
  return toSpace(ctx, row)
}
