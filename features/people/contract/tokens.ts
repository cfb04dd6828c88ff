import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, instantIn, page, paging, title, uuid } from '#platform/contract/shapes.ts'
import { words } from '#platform/contract/words.ts'
import { refusalText } from '../rules/refusal-texts.ts'

const scope = z.string().regex(
  /^((people|spaces|threads|asks|inbox|search|workspace):)?(read|write|admin)$/,
  words(() => refusalText('scopePattern', { example: 'threads:write' })),
)

export const Token = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  at: instant,
  usedAt: instant.nullable(),
  /** Null: until it is ended. */
  expiresAt: instant.nullable(),
})
export type Token = z.infer<typeof Token>

export const makeToken = endpoint({
  name: 'makeToken',
  method: 'POST',
  path: '/tokens',
  summary: 'Makes a personal access token. Its text is shown this once. A token makes none that can do more, or lasts longer, than itself.',
  access: 'people:write',
  body: z.strictObject({
    name: title(100),
    scopes: z.array(scope).min(1).max(20),
    expiresAt: instantIn.nullable().optional(),
  }),
  output: Token.extend({ token: z.string() }),
  status: 201,
  failures: ['token.too_narrow', 'token.too_wide'],
})

export const listTokens = endpoint({
  name: 'listTokens',
  method: 'GET',
  path: '/tokens',
  summary: 'Your tokens that have not ended, the newest first; never their texts.',
  access: 'people:read',
  query: z.strictObject(paging),
  output: page(Token),
})

export const endToken = endpoint({
  name: 'endToken',
  method: 'DELETE',
  path: '/tokens/:id',
  summary: 'Ends one of your tokens.',
  access: 'people:write',
  params: z.object({ id: uuid }),
  output: z.object({}),
  failures: ['token.not_found'],
})
