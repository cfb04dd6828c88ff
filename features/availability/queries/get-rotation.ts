import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import { namedRotation } from '../access/rotations.ts'
import type { Rotation } from '../contract/rotations.ts'
import { rotationRows, toRotation } from './rotation-rows.ts'

/** One rotation by slug or id, in one statement, or 404. */
export async function getRotation(ctx: Context, { slug }: { readonly slug: string }): Promise<Rotation> {
  const row = await rotationRows(ctx).where(namedRotation(slug)).executeTakeFirst()
  if (!row) throw notFound('rotation')
  return toRotation(ctx, row)
}
