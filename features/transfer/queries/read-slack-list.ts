import type { z } from 'zod'
import { Failure, type Said } from '#platform/contract/failure.ts'
import { type Archive, ArchiveError } from '#platform/files/zip.ts'
import { jsonItems, NotAList } from '#platform/files/json-items.ts'
import type { LeftOut } from '../rules/left-out.ts'
import { refusalText } from '../rules/refusal-texts.ts'
import { skip, type Tally } from '../rules/tally.ts'

interface List<Item> {
  readonly name: string
  readonly shape: z.ZodType<Item>
  /** As what an item is left out that cannot be read. */
  readonly broken: LeftOut
}

const LARGEST = 512 * 1024 * 1024

/** One of the lists at the top of an export; null when it is not there. Items that cannot be read are counted, a list that cannot is refused. */
export async function readSlackList<Item>(archive: Archive, { name, shape, broken }: List<Item>, tally: Tally): Promise<Item[] | null> {
  const size = archive.sizes.get(name)
  if (size === undefined) return null
  if (size > LARGEST) throw unreadable(name, () => refusalText('listTooLarge'))
  const items: Item[] = []
  try {
    for await (const text of jsonItems(archive.read(name))) {
      const item = shape.safeParse(parsedJson(text))
      if (item.success) items.push(item.data)
      else skip(tally, broken, { example: text.slice(0, 80) })
    }
  } catch (error) {
    throw error instanceof ArchiveError || error instanceof NotAList ? unreadable(name, error.say) : error
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

const unreadable = (file: string, why: Said): Failure =>
  new Failure({ code: 'import.unreadable', status: 422, message: () => refusalText('unreadable', { file, why: why() }) })
