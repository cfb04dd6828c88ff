import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant } from '#platform/contract/shapes.ts'

const recoveryCodes = z.object({
  /** Each signs in once in place of a code of the app. Shown this once. */
  recoveryCodes: z.array(z.string()),
})

/** A second factor that asks for codes of an authenticator app. */
export const SecondFactor = z.object({
  since: instant,
  /** How many recovery codes are left. */
  recoveryCodes: z.number(),
})
export type SecondFactor = z.output<typeof SecondFactor>

export const beginSecondFactor = endpoint({
  name: 'beginSecondFactor',
  method: 'POST',
  path: '/second-factor',
  summary: 'Makes the secret for an authenticator app. It counts once a code of it was sent; until then each time makes another.',
  access: 'session',
  output: z.object({
    secret: z.string(),
    address: z.string(),
    /** The address as a QR code: the path of an SVG, in a box of `size` each way. */
    qr: z.object({ size: z.number(), path: z.string() }),
  }),
  failures: ['session.not_recent', 'second_factor.already_on'],
})

export const confirmSecondFactor = endpoint({
  name: 'confirmSecondFactor',
  method: 'POST',
  path: '/second-factor/confirm',
  summary: 'Turns the second factor on, by a code of the app. Ends your other sessions. Answers ten recovery codes, shown this once.',
  access: 'session',
  body: z.strictObject({ code: z.string().trim().max(20) }),
  output: recoveryCodes,
  failures: ['session.not_recent', 'second_factor.not_begun', 'second_factor.already_on', 'second_factor.wrong', 'request.too_many'],
})

export const renewRecoveryCodes = endpoint({
  name: 'renewRecoveryCodes',
  method: 'POST',
  path: '/second-factor/recovery-codes',
  summary: 'Ten other recovery codes in place of those before, shown this once.',
  access: 'session',
  output: recoveryCodes,
  failures: ['session.not_recent', 'second_factor.not_found'],
})

export const removeSecondFactor = endpoint({
  name: 'removeSecondFactor',
  method: 'DELETE',
  path: '/second-factor',
  summary: 'Turns your second factor off. Its recovery codes go with it.',
  access: 'session',
  output: z.object({}),
  failures: ['session.not_recent', 'second_factor.not_found'],
})

export const resetSecondFactor = endpoint({
  name: 'resetSecondFactor',
  method: 'DELETE',
  path: '/people/:handle/second-factor',
  summary:
    'Turns off the second factor of somebody who lost it, and ends their sessions; for owners, and for admins but of owners. They are told by mail.',
  access: 'session',
  params: z.object({ handle: z.string().min(1).max(64) }),
  output: z.object({}),
  failures: ['session.not_recent', 'person.not_found', 'person.self', 'second_factor.reset_not_allowed', 'second_factor.not_found'],
})
