import { stat } from 'node:fs/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'

/** What cannot be read as an archive, in words for whoever gave it. */
export class ArchiveError extends Error {}

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
    throw new ArchiveError(error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${error.message}.`)
  })
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: Error) => {
    throw new ArchiveError(`This is not a zip file: ${error.message}.`)
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

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new ArchiveError('The archive holds more than a million files.')
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
  } catch (error) {
    throw new ArchiveError(`The archive's list of files cannot be read: ${wordsOf(error)}.`)
  }
  return entries
}

/** A small file that becomes an enormous one is refused before any of it is unpacked. */
function ensureSane(entries: ReadonlyMap<string, Entry>, size: number): void {
  let whole = 0
  for (const entry of entries.values()) whole += entry.uncompressedSize
  if (whole > LARGEST_WHOLE) throw new ArchiveError('Unpacked, the archive would be larger than 200 GB.')
  if (whole > SMALL_WHOLE && whole > size * MOST_TIMES)
    throw new ArchiveError(`Unpacked, the archive would be ${Math.round(whole / Math.max(size, 1))} times as large as it is. No export is.`)
}

async function* contentOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw new ArchiveError('it is not in the archive')
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) yield Buffer.from(chunk as Uint8Array)
  } catch (error) {
    throw new ArchiveError(`it cannot be unpacked: ${wordsOf(error)}`)
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
