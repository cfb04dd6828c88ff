import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where a file lies that waits under this id for somebody to take it up. */
export const shelfPath = (folder: string, id: string): string => join(folder, `${id}.zip`)

/** Moves a file there. */
export const putOnShelf = (path: string, { folder, id }: { folder: string; id: string }): Promise<void> =>
  rename(path, shelfPath(folder, id))

/** Removes what lies there, if anything does. */
export const clearShelf = (folder: string, id: string): Promise<void> => rm(shelfPath(folder, id), { force: true })
