import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'

export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/sign-out',
  summary: 'Ends this session.',
  access: 'session',
  output: z.object({}),
})
