import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging, personName, uuid } from '#platform/contract/shapes.ts'
import { spaceName } from '#features/spaces/contract/space.ts'
import { threadParams } from './thread.ts'

/** A thread or a post that somebody keeps for later; as it stands now, and only as long as they may see it. */
export const SavedItem = z.object({
  type: z.enum(['thread', 'post']),
  /** Of the thread or of the post. */
  id: z.string(),
  number: z.number(),
  /** The place of the post; null for a thread. */
  seq: z.number().nullable(),
  title: z.string(),
  excerpt: z.string(),
  space: spaceName,
  direct: z.boolean(),
  /** Who wrote the post, or opened the thread, and when. */
  by: personName,
  at: instant,
  savedAt: instant,
})
export type SavedItem = z.output<typeof SavedItem>

const kept = z.object({ saved: z.boolean() })
const post = z.object({ id: uuid })

export const listSaved = endpoint({
  name: 'listSaved',
  method: 'GET',
  path: '/saved',
  summary: 'What you keep for later, the latest first. What was deleted, or is not yours to see any more, is not here.',
  access: 'threads:read',
  query: z.strictObject({ ...paging }),
  output: page(SavedItem),
})

export const savePost = endpoint({
  name: 'savePost',
  method: 'PUT',
  path: '/saved/posts/:id',
  summary: 'Keeps a post for later. Nobody else sees that.',
  access: 'threads:write',
  params: post,
  output: kept,
  failures: ['post.not_found', 'post.deleted'],
})

export const forgetPost = endpoint({
  name: 'forgetPost',
  method: 'DELETE',
  path: '/saved/posts/:id',
  summary: 'Keeps a post no longer.',
  access: 'threads:write',
  params: post,
  output: kept,
  failures: ['post.not_found'],
})

export const saveThread = endpoint({
  name: 'saveThread',
  method: 'PUT',
  path: '/saved/threads/:number',
  summary: 'Keeps a thread for later. Nobody else sees that.',
  access: 'threads:write',
  params: threadParams,
  output: kept,
  failures: ['thread.not_found'],
})

export const forgetThread = endpoint({
  name: 'forgetThread',
  method: 'DELETE',
  path: '/saved/threads/:number',
  summary: 'Keeps a thread no longer.',
  access: 'threads:write',
  params: threadParams,
  output: kept,
  failures: ['thread.not_found'],
})
