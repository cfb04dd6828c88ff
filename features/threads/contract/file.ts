import { z } from 'zod'
import { instant, uuid } from '#platform/contract/shapes.ts'
import { fileKinds } from '../rules/file-kinds.ts'
import { words } from '#platform/contract/words.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** A file as its reader is shown it. Addresses are for this reader alone, until `until`; then what shows the file says new ones. */
export const PostFile = z.object({
  id: z.string(),
  name: z.string(),
  /** In bytes, as it is served. */
  size: z.number(),
  type: z.string(),
  /** Images were made anew and are shown; audio and video are played; the rest is handed out. */
  kind: z.enum(fileKinds),
  /** Of an image, in pixels. */
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** What its author says is in it; empty when they say nothing. */
  description: z.string(),
  address: z.string(),
  /** A small still picture of an image. */
  preview: z.string().nullable(),
  until: instant,
})
export type PostFile = z.output<typeof PostFile>

/** A file that is being uploaded. */
export const Upload = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  /** How many bytes are here. */
  received: z.number(),
  /** When it is taken away, unless a post has it by then. */
  keptUntil: instant,
  /** Once all of it is here. */
  file: PostFile.nullable(),
})
export type Upload = z.output<typeof Upload>

const MOST_FILES = 20

/** The files of a post in their order: ids, or with what is to be seen in each. */
export const filesIn = z
  .array(
    z.union([
      uuid.transform((id) => ({ id, description: '' })),
      z.strictObject({ id: uuid, description: z.string().trim().max(1_000).default('') }),
    ]),
  )
  .max(
    MOST_FILES,
    words(() => refusalText('tooManyFiles', { count: MOST_FILES })),
  )
  .refine(
    (files) => new Set(files.map(({ id }) => id)).size === files.length,
    words(() => refusalText('fileOnce')),
  )
export type FilesIn = z.output<typeof filesIn>

/** Where a file of a post is refused. */
export const refusingFiles = ['file.not_found', 'file.already_posted', 'file.unfinished']
