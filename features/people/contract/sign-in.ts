import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging, uuid } from '#platform/contract/shapes.ts'
import { passkeySigned } from './passkeys.ts'
import { words } from '#platform/contract/words.ts'
import { refusalText } from '../rules/refusal-texts.ts'

export const SignedIn = z.object({
  person: z.object({ id: z.string(), handle: z.string(), name: z.string(), role: z.enum(['owner', 'admin', 'member', 'guest']) }),
  session: z.object({ id: z.string(), expiresAt: instant }),
})
export type SignedIn = z.infer<typeof SignedIn>

export const getSignIn = endpoint({
  name: 'getSignIn',
  method: 'GET',
  path: '/sign-in',
  summary: 'Which ways to sign in there are beside a password: a code where mail is set up, passkeys where browsers can know this Baton.',
  access: 'open',
  output: z.object({
    code: z.boolean(),
    /** The name that passkeys are made for; pages at other addresses cannot use them. */
    passkeys: z.string().nullable(),
  }),
})

/** A code of the authenticator app, or a recovery code. */
export const second = z.string().trim().max(40).optional()
const email = z.string().trim().max(254)
const code = z.string().trim().max(20)

export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/sign-in',
  summary:
    'Signs a browser in with address and password, or address and the code that was sent there. Who has a second factor is asked for it by `sign_in.second_factor`: send the same again with `second`. The session is kept in a cookie.',
  access: 'open',
  body: z
    .strictObject({ email, password: z.string().max(400).optional(), code: code.optional(), second })
    .refine(({ password, code }) => (password === undefined) !== (code === undefined), {
      path: ['password'],
      ...words(() => refusalText('passwordOrCode')),
    }),
  output: SignedIn,
  failures: ['sign_in.refused', 'sign_in.second_factor', 'sign_in.second_factor_wrong', 'request.too_many'],
})

export const sendCode = endpoint({
  name: 'sendCode',
  method: 'POST',
  path: '/sign-in/code',
  summary:
    'Sends a code to an address, if somebody here has it; the answer is the same if not. It works once, for ten minutes, in the browser that asked. Three an hour.',
  access: 'open',
  body: z.strictObject({ email }),
  output: z.object({}),
  failures: ['sign_in.no_mail', 'request.too_many'],
})

export const confirmSession = endpoint({
  name: 'confirmSession',
  method: 'POST',
  path: '/confirmation',
  summary:
    'Confirms that it is you, by password, by a code that was sent to your address, or by passkey. For fifteen minutes this session may change how you sign in.',
  access: 'session',
  body: z
    .strictObject({ password: z.string().max(400).optional(), code: code.optional(), passkey: passkeySigned.optional(), second })
    .refine(({ password, code, passkey }) => [password, code, passkey].filter((each) => each !== undefined).length === 1, {
      path: ['password'],
      ...words(() => refusalText('oneProof')),
    }),
  output: z.object({ until: instant }),
  failures: [
    'password.wrong',
    'sign_in.refused',
    'passkey.refused',
    'sign_in.second_factor',
    'sign_in.second_factor_wrong',
    'request.too_many',
  ],
})

export const Session = z.object({
  id: z.string(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
  /** By what it last proved whose it is. */
  proof: z.enum(['password', 'code', 'passkey']),
  userAgent: z.string(),
  address: z.string(),
  at: instant,
  seenAt: instant,
  expiresAt: instant,
})
export type Session = z.infer<typeof Session>

export const listSessions = endpoint({
  name: 'listSessions',
  method: 'GET',
  path: '/sessions',
  summary: 'Your sessions that have not ended, the newest first.',
  access: 'people:read',
  query: z.strictObject(paging),
  output: page(Session),
})

export const endSession = endpoint({
  name: 'endSession',
  method: 'DELETE',
  path: '/sessions/:id',
  summary: 'Ends one of your sessions.',
  access: 'session',
  params: z.object({ id: uuid }),
  output: z.object({}),
  failures: ['session.not_found'],
})

export const endOtherSessions = endpoint({
  name: 'endOtherSessions',
  method: 'DELETE',
  path: '/sessions',
  summary: 'Ends all your sessions but this one. Tokens stay.',
  access: 'session',
  output: z.object({}),
})

export const changePassword = endpoint({
  name: 'changePassword',
  method: 'PUT',
  path: '/password',
  summary:
    'Changes your password and ends your other sessions. Tokens stay. `current` may be left out within fifteen minutes of a sign-in by code or passkey.',
  access: 'session',
  body: z.strictObject({ current: z.string().max(400).optional(), new: z.string().max(400) }),
  output: z.object({}),
  failures: ['password.wrong', 'session.not_recent', 'request.too_many'],
})
