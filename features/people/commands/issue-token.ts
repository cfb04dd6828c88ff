// oxlint-disable house/commands-record -- the token that is made records itself
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { Failure, invalid } from '#platform/contract/failure.ts'
import type { Visit } from '#platform/http/visit.ts'
import { transact } from '#platform/sql/transact.ts'
import type { makeToken as contract } from '../contract/tokens.ts'
import { widerScopes } from '../rules/scopes.ts'
import { makeToken } from './make-token.ts'
import { refusalText } from '../rules/refusal-texts.ts'

type Input = InputOf<typeof contract>

/** Makes a token for whoever asks. Asked with a token, it may neither do more nor last longer than that one (403 `token.too_wide`). */
export async function issueToken(ctx: Context, input: Input, visit: Visit): Promise<OutputOf<typeof contract>> {
  const scopes = [...new Set(input.scopes)]
  const asked = input.expiresAt ? Temporal.Instant.from(input.expiresAt) : null
  if (asked && Temporal.Instant.compare(asked, ctx.now) <= 0)
    throw invalid([{ path: 'expiresAt', message: () => refusalText('expiryPast') }])
  const held = visit.identity?.scopes ?? null
  if (held) ensureNarrower(scopes, held)
  const expiresAt = held ? earlier(asked, await expiryOf(ctx, visit.identity?.id ?? '')) : asked
  const made = await transact(ctx, (tx) => makeToken(tx, ctx, { personId: ctx.personId, name: input.name, scopes, expiresAt }))
  return { ...made, name: input.name, scopes, at: ctx.now.toString(), usedAt: null, expiresAt: expiresAt?.toString() ?? null }
}

function ensureNarrower(scopes: readonly string[], held: readonly string[]): void {
  const errors = widerScopes(scopes, held).map((scope) => ({
    path: `scopes.${scopes.indexOf(scope)}`,
    message: () => refusalText('scopeNotHeld', { scope }),
  }))
  if (errors.length === 0) return
  throw new Failure({
    code: 'token.too_wide',
    status: 403,
    message: () => refusalText('widerToken'),
    errors,
  })
}

async function expiryOf(ctx: Context, tokenId: string): Promise<Temporal.Instant | null> {
  const row = await ctx.db
    .selectFrom('tokens')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', tokenId)
    .select('expires_at')
    .executeTakeFirst()
  return row?.expires_at ?? null
}

function earlier(one: Temporal.Instant | null, other: Temporal.Instant | null): Temporal.Instant | null {
  if (one === null || other === null) return one ?? other
  return Temporal.Instant.compare(one, other) <= 0 ? one : other
}
