import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { markdown, uuid } from '#platform/contract/shapes.ts'
import { filesIn, refusingFiles } from '#features/threads/contract/file.ts'
import { Post } from './threads.ts'

const params = z.object({ id: uuid })

/** A post by itself, with its asks and the number of its thread. */
export const PlacedPost = Post.extend({ number: z.number() })
export type PlacedPost = z.output<typeof PlacedPost>

export const getPost = endpoint({
  name: 'getPost',
  method: 'GET',
  path: '/posts/:id',
  summary: 'One post with its asks, and the number of its thread.',
  access: 'threads:read',
  params,
  output: PlacedPost,
  failures: ['post.not_found'],
})

export const editPost = endpoint({
  name: 'editPost',
  method: 'PATCH',
  path: '/posts/:id',
  summary:
    'Changes what you wrote. Send the version you edited as `If-Match`; what stood there before stays readable. `files` are those it has from now on.',
  access: 'threads:write',
  params,
  body: z.strictObject({ body: markdown(), files: filesIn.optional() }),
  output: PlacedPost,
  failures: ['post.not_found', 'post.not_yours', 'post.deleted', 'post.changed', 'space.archived', ...refusingFiles],
})

export const deletePost = endpoint({
  name: 'deletePost',
  method: 'DELETE',
  path: '/posts/:id',
  summary: 'Takes the text away, with all its earlier versions. Its place stays.',
  access: 'threads:write',
  params,
  output: PlacedPost,
  failures: ['post.not_found', 'post.not_yours'],
})
