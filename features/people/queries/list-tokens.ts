import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import type { listTokens as contract } from '../contract/tokens.ts'

const cursor = z.tuple([z.uuid()])

/** One's own tokens that have not ended, the newest first. */
export async function listTokens(ctx: Context, { after, limit }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const before = readCursor(cursor, after)?.[0]
  const rows = await ctx.db
    .selectFrom('tokens')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('person_id', '=', ctx.personId)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', ctx.now)]))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .select(['id', 'name', 'scopes', 'created_at', 'used_at', 'expires_at'])
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    at: row.created_at.toString(),
    usedAt: row.used_at?.toString() ?? null,
    expiresAt: row.expires_at?.toString() ?? null,
  }))
  return { items, next: rows.length > limit ? cursorOf([items.at(-1)?.id ?? '']) : null }
}
