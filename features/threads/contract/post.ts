import { z } from 'zod'
import { instant, personName } from '#platform/contract/shapes.ts'
import { spaceName } from '#features/spaces/contract/space.ts'
import { PostFile } from './file.ts'

/** Names and titles of what a text refers to, as far as the reader may see it. */
export const Links = z.object({
  people: z.array(personName),
  spaces: z.array(spaceName),
  threads: z.array(z.object({ number: z.number(), title: z.string() })),
})
export type Links = z.output<typeof Links>

/** Who answered a post with a sign instead of words; of many, the first. */
export const Reaction = z.object({
  emoji: z.string(),
  people: z.array(personName),
  count: z.number(),
  mine: z.boolean(),
})
export type Reaction = z.output<typeof Reaction>

/** A post without its asks. */
export const PostHead = z.object({
  id: z.string(),
  seq: z.number(),
  author: personName,
  /** Markdown as it was written; empty when deleted. */
  body: z.string(),
  html: z.string(),
  links: Links,
  kind: z.enum(['text', 'voice', 'video']),
  fyi: z.boolean(),
  at: instant,
  editedAt: instant.nullable(),
  /** Grows with each edit; what `If-Match` takes, in quotes. */
  version: z.number(),
  deleted: z.object({ by: personName, at: instant }).nullable(),
  /** It stands in another thread now; this is the place it left. */
  moved: z.object({ number: z.number(), seq: z.number(), title: z.string(), by: personName, at: instant }).nullable(),
  files: z.array(PostFile),
  /** By emoji, in the order in which they came. */
  reactions: z.array(Reaction),
  /** Kept by the reader for later. */
  saved: z.boolean(),
  may: z.object({ edit: z.boolean(), delete: z.boolean() }),
})
export type PostHead = z.output<typeof PostHead>
