import type { MouseEvent } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import type { PostFile } from '../contract/file.ts'

interface Download {
  readonly href: string
  readonly download: string
  readonly onClick: (event: MouseEvent) => void
}

/** What makes a link one that downloads a file, also after its address has ended. */
export function useDownload(file: PostFile, renew: () => Promise<PostFile | null>): Download {
  const now = useNow()
  return {
    href: file.address,
    download: file.name,
    onClick: (event) => {
      if (Temporal.Instant.compare(now.add({ minutes: 1 }), Temporal.Instant.from(file.until)) < 0) return
      event.preventDefault()
      void renew().then((fresh) => fresh && startDownload(fresh))
    },
  }
}

function startDownload({ address, name }: PostFile): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
