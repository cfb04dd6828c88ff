import { useState } from 'react'
import type { PostFile } from '../contract/file.ts'

interface Addresses {
  readonly files: readonly PostFile[]
  /** Asks for addresses that can be used now, and answers that of this file; null when it is gone. */
  readonly renew: (id: string) => Promise<PostFile | null>
}

/**
 * Files with addresses that are kept while they work, so that what is shown is not fetched again each time its post is. `read` answers the files
 * of the post anew.
 */
export function useAddresses(given: readonly PostFile[], read: () => Promise<readonly PostFile[]>): Addresses {
  const [kept, setKept] = useState(given)
  const known = new Map(kept.map((file) => [file.id, file]))
  const files = given.map((file) => ({ ...file, ...addressesOf(known.get(file.id) ?? file) }))
  const renew = async (id: string): Promise<PostFile | null> => {
    const fresh = await read().catch(() => null)
    if (fresh) setKept(fresh)
    return fresh?.find((file) => file.id === id) ?? null
  }
  return { files, renew }
}

const addressesOf = ({ address, preview, until }: PostFile): Pick<PostFile, 'address' | 'preview' | 'until'> => ({
  address,
  preview,
  until,
})
