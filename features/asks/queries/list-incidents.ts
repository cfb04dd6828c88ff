import { requireRotation } from '#features/availability/access/rotations.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorInstant, cursorOf, readCursor } from '#platform/sql/cursor.ts'
import type { listIncidents as endpoint } from '../contract/incidents.ts'
import { incidentRows, toIncident } from './incident-rows.ts'

const cursor = z.tuple([cursorInstant, z.uuid()])

/** A piece of the incidents the reader may see, the newest first, in one statement; of one rotation in two. */
export async function listIncidents(
  ctx: Context,
  { state, rotation, after, limit }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const last = readCursor(cursor, after)
  const behind = last ? sql<boolean>`(i.declared_at, i.thread_id) < (${last[0]}::timestamptz, ${last[1]}::uuid)` : sql<boolean>`true`
  const named = rotation === undefined ? null : await requireRotation(ctx.db, ctx, { slug: rotation, path: 'rotation' })
  const of = named === null ? sql<boolean>`true` : sql<boolean>`r.id = ${named.id}`
  const rows = await incidentRows(ctx, { where: sql<boolean>`${of} and ${behind}`, state, limit: limit + 1 })
  const end = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map(toIncident),
    next: rows.length > limit && end ? cursorOf([end.declaredAt.toString(), end.threadId]) : null,
  }
}
