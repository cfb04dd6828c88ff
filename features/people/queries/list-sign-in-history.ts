import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import type { listSignInHistory as contract } from '../contract/own-sign-in.ts'
import { auditPatterns } from '../rules/audit.ts'
import { auditedFacts, auditedView } from './audited-facts.ts'

const cursor = z.tuple([z.uuid()])

/** What happened to one's own sign-in, whoever did it. */
export async function listSignInHistory(ctx: Context, { after, limit }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const patterns = [...auditPatterns['sign-in'], ...auditPatterns.tokens]
  const rows = await auditedFacts(ctx, {
    where: sql`facts.person_id = ${ctx.personId}::uuid and facts.type like any(${patterns}::text[])`,
    before: readCursor(cursor, after)?.[0] ?? null,
    limit: limit + 1,
  })
  // Guests are not told of people they do not meet; who helped them with their sign-in is one of them.
  const items = rows
    .slice(0, limit)
    .map(auditedView)
    .map((fact) => (ctx.role === 'guest' && fact.by?.handle !== ctx.handle ? { ...fact, by: null } : fact))
  return { items, next: rows.length > limit ? cursorOf([items.at(-1)?.id ?? '']) : null }
}
