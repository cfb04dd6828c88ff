import { z } from 'zod'
import { personFields } from '#features/people/contract/person-fields.ts'
import { endpoint } from '#platform/contract/endpoint.ts'
import { title } from '#platform/contract/shapes.ts'
import { Calendar } from './calendar.ts'
import { Person } from './person.ts'
import { words } from '#platform/contract/words.ts'
import { refusalText } from '../rules/refusal-texts.ts'

export const timeZone = Calendar.shape.timeZone

export const getSetup = endpoint({
  name: 'getSetup',
  method: 'GET',
  path: '/setup',
  summary: 'Whether the first run is still to come, and whether it asks for the code that `npm start` printed.',
  access: 'open',
  output: z.object({ needed: z.boolean(), code: z.boolean() }),
})

export const setUp = endpoint({
  name: 'setUp',
  method: 'POST',
  path: '/setup',
  summary: 'First run: makes the workspace and its owner, once. The token has every scope; a browser is signed in as well.',
  access: 'open',
  body: z.strictObject({
    workspace: z.strictObject({
      name: title(100),
      slug: z.string().regex(
        /^[a-z0-9][a-z0-9-]{0,62}$/,
        words(() => refusalText('slugPattern')),
      ),
    }),
    owner: z.strictObject({ ...personFields, timeZone }),
    code: z.string().max(200).optional(),
    /** False where nobody would see it, as in a browser. */
    token: z.boolean().default(true),
  }),
  output: z.object({ person: Person, token: z.string().nullable() }),
  status: 201,
  failures: ['setup.already_done', 'setup.code_wrong', 'request.too_many'],
})
