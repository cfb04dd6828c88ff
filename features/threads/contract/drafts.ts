import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging } from '#platform/contract/shapes.ts'
import { words } from '#platform/contract/words.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Which place is written for: `thread:new`, `thread:12`. Chosen by whoever keeps it. */
const key = z.string().regex(
  /^[a-z0-9][a-z0-9:._-]{0,99}$/,
  words(() => refusalText('draftKeyPattern')),
)
const params = z.object({ key })

export const Draft = z.object({
  key: z.string(),
  /** As it was put: `title` and `body`, where there are any, are shown in the list. */
  value: z.record(z.string(), z.unknown()),
  /** Another with each change; what `If-Match` takes, in quotes. */
  version: z.string(),
  at: instant,
})
export type Draft = z.output<typeof Draft>

/** A draft in the list of them. */
export const ListedDraft = Draft.omit({ value: true }).extend({
  title: z.string(),
  excerpt: z.string(),
  /** The thread it replies in, as far as its writer may see it. */
  thread: z.object({ number: z.number(), title: z.string() }).nullable(),
})
export type ListedDraft = z.output<typeof ListedDraft>

export const listDrafts = endpoint({
  name: 'listDrafts',
  method: 'GET',
  path: '/drafts',
  summary:
    'What you are writing, the newest first. With `key` the one for that place, if there is one. Only you see it; a draft that nothing happens to is swept away after a year.',
  access: 'threads:read',
  query: z.strictObject({ key: key.optional(), ...paging }),
  output: page(ListedDraft),
})

export const getDraft = endpoint({
  name: 'getDraft',
  method: 'GET',
  path: '/drafts/:key',
  summary: 'What you are writing for one place.',
  access: 'threads:read',
  params,
  output: Draft,
  failures: ['draft.not_found'],
})

export const keepDraft = endpoint({
  name: 'keepDraft',
  method: 'PUT',
  path: '/drafts/:key',
  summary:
    'Keeps what you are writing. With `If-Match`, the version it was written on, or "none" for a new one: where that is no longer so, the answer is 412 with the draft that stands.',
  access: 'threads:write',
  params,
  body: z.strictObject({ value: z.record(z.string(), z.unknown()) }),
  output: Draft,
  failures: ['draft.not_found', 'draft.changed', 'draft.too_many'],
})

export const dropDraft = endpoint({
  name: 'dropDraft',
  method: 'DELETE',
  path: '/drafts/:key',
  summary: 'Lets go of a draft. One that is not there is gone already.',
  access: 'threads:write',
  params,
  output: z.object({ key: z.string() }),
  failures: ['draft.not_found'],
})
