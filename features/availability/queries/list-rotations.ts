import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import type { listRotations as contract } from '../contract/rotations.ts'
import { rotationRows, toRotation } from './rotation-rows.ts'

const cursor = z.tuple([z.string()])

/** The rotations the reader may see, by slug, in one statement. */
export async function listRotations(ctx: Context, { after, limit }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const last = readCursor(cursor, after)
  let rotations = rotationRows(ctx)
    .orderBy('rotations.slug')
    .limit(limit + 1)
  if (last) rotations = rotations.where('rotations.slug', '>', last[0])
  const rows = await rotations.execute()
  const page = rows.slice(0, limit)
  return { items: page.map((row) => toRotation(ctx, row)), next: rows.length > limit ? cursorOf([page.at(-1)?.slug ?? '']) : null }
}
