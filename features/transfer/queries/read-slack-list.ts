import type { z } from 'zod'
import { Failure } from '#platform/contract/failure.ts'
import { type Archive, ArchiveError } from '#platform/files/zip.ts'
import { jsonItems, NotAList } from '#platform/files/json-items.ts'
import { skip, type Tally } from '../rules/tally.ts'

interface List<Item> {
  readonly name: string
  readonly shape: z.ZodType<Item>
  /** What its items are, in many. */
  readonly what: string
}

const LARGEST = 512 * 1024 * 1024

/** One of the lists at the top of an export; null when it is not there. Items that cannot be read are counted, a list that cannot is refused. */
export async function readSlackList<Item>(archive: Archive, { name, shape, what }: List<Item>, tally: Tally): Promise<Item[] | null> {
  const size = archive.sizes.get(name)
  if (size === undefined) return null
  if (size > LARGEST) throw unreadable(name, 'it is larger than 512 MB')
  const items: Item[] = []
  try {
    for await (const text of jsonItems(archive.read(name))) {
      const item = shape.safeParse(parsedJson(text))
      if (item.success) items.push(item.data)
      else skip(tally, `${what} that cannot be read`, { example: text.slice(0, 80) })
    }
  } catch (error) {
    throw error instanceof ArchiveError || error instanceof NotAList ? unreadable(name, error.message) : error
  }
  tally.doneBytes += size
  return items
}

/** What JSON says, or undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const unreadable = (file: string, why: string): Failure =>
  new Failure({ code: 'import.unreadable', status: 422, message: `${file} in the archive cannot be read: ${why}. Export it again.` })
