import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging, personName, uuid } from '#platform/contract/shapes.ts'

import { leftOutReasons } from './rules/left-out.ts'

const kind = z.enum(['slack'])
const count = z.number().int()

const Import = z.object({
  id: z.string(),
  kind,
  /** As its archive was called. */
  archive: z.string(),
  /** In the server, from an archive that was sent to it, or on the host, by the command line. */
  place: z.enum(['server', 'host']),
  state: z.enum(['waiting', 'running', 'stopped', 'done', 'failed']),
  /** In bytes of the archive, unpacked; `total` is 0 until that is known. */
  progress: z.object({ done: count, total: count }),
  added: z.object({ people: count, spaces: count, threads: count, posts: count, reactions: count }),
  /** What was left out and why, most first, in words as well; of each a few by name. */
  skipped: z.array(z.object({ code: z.enum(leftOutReasons), reason: z.string(), count, examples: z.array(z.string()) })),
  /** Why it failed, in words. */
  failure: z.string().nullable(),
  by: personName,
  at: instant,
  endedAt: instant.nullable(),
  may: z.object({ stop: z.boolean(), resume: z.boolean() }),
})
export type Import = z.infer<typeof Import>

const id = z.object({ id: uuid })

export const startImport = endpoint({
  name: 'startImport',
  method: 'POST',
  path: '/imports',
  summary:
    'Brings an archive of another system in: the body is the archive itself, a zip file as it was exported. It goes on by itself; nobody is notified, nobody can sign in by it, and what is here already is not added again. Owners and admins.',
  access: 'workspace:admin',
  query: z.strictObject({
    kind,
    /** What the file is called. */
    name: z.string().trim().min(1).max(200).default('archive.zip'),
  }),
  upload: ['application/zip', 'application/x-zip-compressed', 'application/octet-stream'],
  output: Import,
  status: 201,
  failures: [
    'import.not_allowed',
    'import.not_found',
    'upload.wrong_type',
    'upload.empty',
    'upload.too_large',
    'upload.no_room',
    'upload.broken_off',
  ],
})

export const listImports = endpoint({
  name: 'listImports',
  method: 'GET',
  path: '/imports',
  summary: 'Imports, the newest first, those of the command line among them. Owners and admins.',
  access: 'workspace:admin',
  query: z.strictObject(paging),
  output: page(Import),
  failures: ['import.not_allowed'],
})

export const getImport = endpoint({
  name: 'getImport',
  method: 'GET',
  path: '/imports/:id',
  summary: 'How far an import is, what it added, and what it left out and why. Owners and admins.',
  access: 'workspace:admin',
  params: id,
  output: Import,
  failures: ['import.not_allowed', 'import.not_found'],
})

export const stopImport = endpoint({
  name: 'stopImport',
  method: 'POST',
  path: '/imports/:id/stop',
  summary: 'Stops an import after the messages it is just adding. What was added stays, and it can be resumed.',
  access: 'workspace:admin',
  params: id,
  output: Import,
  failures: ['import.not_allowed', 'import.not_found', 'import.not_running'],
})

export const resumeImport = endpoint({
  name: 'resumeImport',
  method: 'POST',
  path: '/imports/:id/resume',
  summary: 'Goes on with an import that was stopped or failed. Only what is missing is added.',
  access: 'workspace:admin',
  params: id,
  output: Import,
  failures: ['import.not_allowed', 'import.not_found', 'import.not_stopped'],
})
