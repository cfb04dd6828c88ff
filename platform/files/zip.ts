import { stat } from 'node:fs/promises'
import type { Said } from '#platform/contract/failure.ts'
import { refusalText } from './refusal-texts.ts'
import { type Entry, openPromise, type ZipFile } from 'yauzl'

/** What cannot be read as an archive, in words for whoever gave it. */
export class ArchiveError extends Error {
  readonly say: Said

  constructor(say: Said) {
    super(say())
    this.say = say
  }
}

export interface Archive {
  /** The names of its files and how large each is once unpacked, in bytes. */
  readonly sizes: ReadonlyMap<string, number>
  /** What a file holds, unpacked as it is read; throws `ArchiveError` for what cannot be. */
  read(name: string): AsyncIterable<Buffer>
  close(): void
}

const MOST_ENTRIES = 1_000_000
const LARGEST_WHOLE = 200 * 1024 ** 3
/** Text shrinks to a tenth, seldom to a hundredth; what shrinks further was made to do harm. */
const MOST_TIMES = 200
const SMALL_WHOLE = 256 * 1024 ** 2

/** Opens a zip for reading file by file; nothing is unpacked to the disk, and of each file no more is held than is being read. */
export async function openZip(path: string): Promise<Archive> {
  const { size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadablePath(path, error)
  })
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === undefined ? new ArchiveError(() => refusalText('noZip')) : unreadablePath(path, error)
  })
  try {
    const entries = await entriesOf(zip)
    ensureSane(entries, size)
    return {
      sizes: new Map(Array.from(entries.values(), (entry) => [entry.fileName, entry.uncompressedSize])),
      read: (name) => contentOf(zip, entries.get(name)),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** What is not there, or may not be read. */
export const unreadablePath = (path: string, error: NodeJS.ErrnoException): ArchiveError =>
  new ArchiveError(() =>
    error.code === 'ENOENT' ? refusalText('noFile', { path }) : refusalText('fileUnreadable', { path, why: error.message }),
  )

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new ArchiveError(() => refusalText('manyFiles'))
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
  } catch (error) {
    throw new ArchiveError(() => refusalText('listUnreadable', { why: wordsOf(error) }))
  }
  return entries
}

/** A small file that becomes an enormous one is refused before any of it is unpacked. */
function ensureSane(entries: ReadonlyMap<string, Entry>, size: number): void {
  let whole = 0
  for (const entry of entries.values()) whole += entry.uncompressedSize
  if (whole > LARGEST_WHOLE) throw new ArchiveError(() => refusalText('wholeTooLarge'))
  if (whole > SMALL_WHOLE && whole > size * MOST_TIMES)
    throw new ArchiveError(() => refusalText('tooDense', { times: Math.round(whole / Math.max(size, 1)) }))
}

async function* contentOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw new ArchiveError(() => refusalText('notInArchive'))
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) yield Buffer.from(chunk as Uint8Array)
  } catch (error) {
    throw new ArchiveError(() => refusalText('notUnpacked', { why: wordsOf(error) }))
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
