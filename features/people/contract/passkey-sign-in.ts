import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { passkeySigned } from './passkeys.ts'
import { SignedIn } from './sign-in.ts'

export const signInWithPasskey = endpoint({
  name: 'signInWithPasskey',
  method: 'POST',
  path: '/sign-in/passkey',
  summary: 'Signs a browser in with a passkey, which counts as both factors. The session is kept in a cookie.',
  access: 'open',
  body: z.strictObject({ passkey: passkeySigned }),
  output: SignedIn,
  failures: ['passkey.not_here', 'passkey.refused', 'request.too_many'],
})
