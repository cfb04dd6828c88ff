import { createHash } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { conflict, invalid } from '#platform/contract/failure.ts'
import { refusalText as sharedText } from '#platform/contract/refusal-texts.ts'
import { transact } from '#platform/sql/transact.ts'
import { refusalText } from './refusal-texts.ts'

interface Attempt<Output> {
  readonly key: string
  /** All that makes two requests the same. */
  readonly request: string
  readonly made?: ((output: Output) => string) | undefined
}

interface Ways<Output> {
  run(ctx: Context): Promise<Output>
  again(ctx: Context, made: string | null): Promise<Output>
}

/**
 * Runs a write once for each `Idempotency-Key` of a person. The key is kept in the write's own transaction, so a second request at the same
 * time waits for the first; a repeat reads the thing again with today's rights. Throws `idempotency.other_request` for a key that was
 * used for something else. Source: the manners of the API.
 */
export async function once<Output>(ctx: Context, attempt: Attempt<Output>, ways: Ways<Output>): Promise<Output> {
  if (attempt.key.length > 200) throw invalid([{ path: 'Idempotency-Key', message: () => sharedText('tooLong', { count: 200 }) }])
  const hash = createHash('sha256').update(attempt.request).digest()
  const { workspaceId, personId, now } = ctx
  return transact(ctx, async (tx) => {
    const within = { ...ctx, db: tx }
    const fresh = await tx
      .insertInto('idempotency_keys')
      .values({ workspace_id: workspaceId, person_id: personId, key: attempt.key, request_hash: hash, used_at: now })
      .onConflict((already) => already.doNothing())
      .returning('key')
      .executeTakeFirst()
    if (!fresh) return repeat(within, { key: attempt.key, hash }, ways)
    const output = await ways.run(within)
    if (attempt.made) {
      await tx
        .updateTable('idempotency_keys')
        .set({ made: attempt.made(output) })
        .where('workspace_id', '=', workspaceId)
        .where('person_id', '=', personId)
        .where('key', '=', attempt.key)
        .execute()
    }
    return output
  })
}

async function repeat<Output>(ctx: Context, { key, hash }: { key: string; hash: Buffer }, ways: Ways<Output>): Promise<Output> {
  const known = await ctx.db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'made'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('person_id', '=', ctx.personId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (!hash.equals(known.request_hash)) {
    throw conflict('idempotency.other_request', () => refusalText('otherRequest', { header: 'Idempotency-Key' }))
  }
  return ways.again(ctx, known.made)
}
