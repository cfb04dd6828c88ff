import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, title, uuid } from '#platform/contract/shapes.ts'

const bytes = z.string().max(20_000)

/** What a browser makes of a request to sign, as its own `toJSON` writes it. */
export const passkeySigned = z.object({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: bytes.nullish() }),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
})
export type PasskeySigned = z.output<typeof passkeySigned>

/** What a browser makes of a request for a new passkey, as its own `toJSON` writes it. */
const passkeyMade = z.object({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: z.string().max(100_000),
    transports: z.array(z.string().max(40)).max(20).optional(),
  }),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
})

/** What a browser is told, in the JSON that its `parse…OptionsFromJSON` reads. */
const options = z.record(z.string(), z.unknown())

export const Passkey = z.object({ id: z.string(), name: z.string(), at: instant, usedAt: instant.nullable() })
export type Passkey = z.output<typeof Passkey>

export const beginPasskey = endpoint({
  name: 'beginPasskey',
  method: 'POST',
  path: '/passkeys/options',
  summary: 'What a browser is told to make a passkey for you; for five minutes, in this session, once.',
  access: 'session',
  output: options,
  failures: ['session.not_recent', 'passkey.not_here'],
})

export const addPasskey = endpoint({
  name: 'addPasskey',
  method: 'POST',
  path: '/passkeys',
  summary: 'Keeps the passkey that your browser made.',
  access: 'session',
  body: z.strictObject({ name: title(100), passkey: passkeyMade }),
  output: Passkey,
  status: 201,
  failures: ['session.not_recent', 'passkey.not_here', 'passkey.refused', 'passkey.known'],
})

export const removePasskey = endpoint({
  name: 'removePasskey',
  method: 'DELETE',
  path: '/passkeys/:id',
  summary: 'Removes one of your passkeys. The last one stays while you have neither a password nor an address.',
  access: 'session',
  params: z.object({ id: uuid }),
  output: z.object({}),
  failures: ['session.not_recent', 'passkey.not_found', 'passkey.last_way'],
})

export const beginPasskeySignIn = endpoint({
  name: 'beginPasskeySignIn',
  method: 'POST',
  path: '/sign-in/passkey/options',
  summary: 'What a browser is told to sign in with a passkey; for five minutes, in this browser, once.',
  access: 'open',
  output: options,
  failures: ['passkey.not_here', 'request.too_many'],
})

export const beginConfirmation = endpoint({
  name: 'beginConfirmation',
  method: 'POST',
  path: '/confirmation/options',
  summary: 'What a browser is told to confirm by passkey that it is you; for five minutes, in this session, once.',
  access: 'session',
  output: options,
  failures: ['passkey.not_here'],
})
