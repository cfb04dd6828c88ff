import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { latestWins, type Turn } from './latest-wins.ts'

/** The disk is full, or the quota of whoever runs this is. What was being written has been taken away again. */
export class NoRoom extends Error {}

/** Which file: by numbers and ids alone, never by a name that somebody gave. `form` is one of what else is kept of it. */
export interface FilePlace {
  readonly workspaceId: number
  readonly id: string
  readonly form?: string
}

/** Files of any size in a folder of the data folder. What a function has answered is on the disk for good. */
export interface KeptFiles {
  /** Of several works on the file of an id the latest goes on: the one before is told to stop, and waited for. */
  readonly inTurn: Turn
  /**
   * Writes behind `offset`, after which nothing is kept of what was there. A source that breaks off leaves what came so far. Returns where the
   * file ends now. Throws `NoRoom`, and whatever `chunks` throws that is no breaking off.
   */
  append(place: FilePlace, offset: number, chunks: AsyncIterable<Uint8Array>): Promise<number>
  /** Writes a whole file at once: afterwards it is all there, or not at all. Throws `NoRoom`. */
  write(place: FilePlace, bytes: Uint8Array): Promise<void>
  /** A stretch of a file, both ends included; null when there is no such file. Closes the file at its end, or when it is left. */
  read(place: FilePlace, stretch: { start: number; end: number }): Promise<Readable | null>
  /** Where a file lies, for programs that read it themselves. */
  path(place: FilePlace): string
  /** Takes files away. What is not there is away already. */
  remove(places: readonly FilePlace[]): Promise<void>
  /** How many more bytes there is room for. */
  room(): Promise<number>
}

/** In bytes: fewer steps for a large file, and little memory for many readers. */
const READ_AT_ONCE = 256 * 1024

/** Keeps files below `root`, which is made when the first one comes. */
export function keptFiles(root: string): KeptFiles {
  const path = ({ workspaceId, id, form }: FilePlace): string =>
    join(root, String(workspaceId), id.slice(-2), form === undefined ? id : `${id}.${form}`)
  return {
    inTurn: latestWins(),
    path,
    append: async (place, offset, chunks) => {
      const file = path(place)
      if (offset === 0) await makeFolder(file)
      const handle = await open(file, constants.O_RDWR | constants.O_CREAT, 0o600).catch(noRoomIfFull)
      try {
        const end = await writeBehind(handle, offset, chunks)
        if (offset === 0) await syncFolders(root, file)
        return end
      } finally {
        await handle.close()
      }
    },
    write: async (place, bytes) => {
      const file = path(place)
      await makeFolder(file)
      await writeWhole(`${file}.new`, bytes)
      await rename(`${file}.new`, file)
      await syncFolders(root, file)
    },
    read: async (place, stretch) => {
      const handle = await open(path(place), 'r').catch(nullIfAbsent)
      return handle && handle.createReadStream({ ...stretch, highWaterMark: READ_AT_ONCE })
    },
    remove: async (places) => {
      for (const place of places) await rm(path(place), { force: true })
    },
    room: async () => {
      await mkdir(root, { recursive: true, mode: 0o700 })
      const { bavail, bsize } = await statfs(root)
      return bavail * bsize
    },
  }
}

async function writeBehind(handle: FileHandle, offset: number, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const { size } = await handle.stat()
  if (size < offset) throw new Error('A file that is being uploaded is shorter on disk than it is known to be.')
  let end = offset
  try {
    if (size > offset) await handle.truncate(offset)
    for await (const chunk of chunks) end += await writeAt(handle, chunk, end)
    await handle.sync()
    return end
  } catch (error) {
    await handle.truncate(offset).catch(() => {})
    throw isFull(error) ? new NoRoom() : error
  }
}

async function writeAt(handle: FileHandle, chunk: Uint8Array, position: number): Promise<number> {
  let written = 0
  while (written < chunk.byteLength) {
    const { bytesWritten } = await handle.write(chunk, written, chunk.byteLength - written, position + written)
    written += bytesWritten
  }
  return written
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w', 0o600).catch(noRoomIfFull)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } catch (error) {
    await rm(file, { force: true })
    throw isFull(error) ? new NoRoom() : error
  } finally {
    await handle.close()
  }
}

const makeFolder = (file: string): Promise<unknown> => mkdir(dirname(file), { recursive: true, mode: 0o700 }).catch(noRoomIfFull)

/** A file that was just made is there after a power cut only once the folders it is in were written too. */
async function syncFolders(root: string, file: string): Promise<void> {
  for (let folder = dirname(file); folder.length >= root.length; folder = dirname(folder)) {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

function noRoomIfFull(error: unknown): never {
  throw isFull(error) ? new NoRoom() : error
}

function nullIfAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
