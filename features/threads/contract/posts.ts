import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging, personName, uuid } from '#platform/contract/shapes.ts'
import { PostHead, Reaction } from './post.ts'

const params = z.object({ id: uuid })

/** A post by itself, without its asks, with the number of its thread. */
export const PlacedPost = PostHead.extend({ number: z.number() })
export type PlacedPost = z.output<typeof PlacedPost>

export const Revision = z.object({ version: z.number(), body: z.string(), by: personName, at: instant })
export type Revision = z.output<typeof Revision>

export const listRevisions = endpoint({
  name: 'listRevisions',
  method: 'GET',
  path: '/posts/:id/revisions',
  summary: 'What a post said, from what it says now back to what it said first.',
  access: 'threads:read',
  params,
  query: z.strictObject(paging),
  output: page(Revision),
  failures: ['post.not_found'],
})

const reacting = z.object({ id: uuid, emoji: z.string().min(1).max(100) })
const reactions = z.object({ reactions: z.array(Reaction) })

export const addReaction = endpoint({
  name: 'addReaction',
  method: 'PUT',
  path: '/posts/:id/reactions/:emoji',
  summary: 'Reacts to a post with one emoji, as text in the path. Nobody is notified.',
  access: 'threads:write',
  params: reacting,
  output: reactions,
  failures: ['post.not_found', 'post.deleted', 'post.many_reactions', 'space.archived'],
})

export const removeReaction = endpoint({
  name: 'removeReaction',
  method: 'DELETE',
  path: '/posts/:id/reactions/:emoji',
  summary: 'Takes your reaction back.',
  access: 'threads:write',
  params: reacting,
  output: reactions,
  failures: ['post.not_found', 'space.archived'],
})
