import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import type { Visit } from '#platform/http/visit.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import type { listSessions as contract } from '../contract/sign-in.ts'
import type { Proof } from '../events.ts'

const cursor = z.tuple([z.uuid()])

/** One's own sessions that have not ended, the newest first. */
export async function listSessions(
  ctx: Context,
  { after, limit }: InputOf<typeof contract>,
  visit: Visit,
): Promise<OutputOf<typeof contract>> {
  const before = readCursor(cursor, after)?.[0]
  const rows = await ctx.db
    .selectFrom('sessions')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('person_id', '=', ctx.personId)
    .where('expires_at', '>', ctx.now)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .select(['id', 'user_agent', 'address', 'created_at', 'seen_at', 'expires_at', sql<Proof>`proof`.as('proof')])
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    current: row.id === visit.identity?.id,
    proof: row.proof,
    userAgent: row.user_agent,
    address: row.address,
    at: row.created_at.toString(),
    seenAt: row.seen_at.toString(),
    expiresAt: row.expires_at.toString(),
  }))
  return { items, next: rows.length > limit ? cursorOf([items.at(-1)?.id ?? '']) : null }
}
