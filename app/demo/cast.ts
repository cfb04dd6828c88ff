import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const file = new URL('../../database/cast/halyard.json', import.meta.url)

/** One thing somebody does through the API. `{name.field}` in a path stands for what an earlier act of that name was answered, one of its asks by whom it asks. */
const Act = z.object({
  by: z.string(),
  does: z.string().regex(/^(POST|PUT|PATCH|DELETE) \//),
  with: z.object({}).loose().optional(),
  as: z.string().optional(),
})

const Cast = z.object({
  /** When the workspace begins, and when it is looked at. */
  begins: z.string(),
  now: z.string(),
  /** The first is the owner. */
  people: z
    .array(z.object({ handle: z.string(), name: z.string(), calendar: z.object({ timeZone: z.string() }).loose(), readme: z.string() }))
    .min(1),
  spaces: z.array(z.object({ slug: z.string(), name: z.string(), purpose: z.string(), members: z.array(z.string()) })),
  /** What happens, moment by moment. */
  story: z.array(z.object({ at: z.string(), acts: z.array(Act) })),
})
export type Cast = z.infer<typeof Cast>

/** Halyard, the workspace of every example: who is in it, and what happened there. */
export async function readCast(): Promise<Cast> {
  return Cast.parse(JSON.parse(await readFile(file, 'utf8')))
}
