import { useEffect, useRef, useState } from 'react'
import { newKey } from '#platform/browser/new-key.ts'
import type { PostFile } from '../contract/file.ts'
import { forgetUpload, uploadFile } from './upload-file.ts'

/** A file on its way to the server. */
export interface UnderWay {
  readonly key: string
  readonly name: string
  readonly size: number
  readonly sent: number
  /** It waits for the network. */
  readonly waiting: boolean
  /** Why it was refused. */
  readonly refused: string | null
}

interface Uploads {
  readonly underWay: readonly UnderWay[]
  readonly add: (files: Iterable<File>) => void
  readonly cancel: (key: string) => void
  readonly retry: (key: string) => void
}

interface Kept {
  readonly file: File
  readonly stop: AbortController
  id: string | null
}

/** Uploads what is added, one after the other, and hands over each file once it is there. What is under way ends with the page. */
export function useUploads(onThere: (file: PostFile) => void): Uploads {
  const [underWay, setUnderWay] = useState<readonly UnderWay[]>([])
  const kept = useRef(new Map<string, Kept>())
  const queue = useRef(Promise.resolve())
  const there = useRef(onThere)
  useEffect(() => {
    there.current = onThere
  })
  useEffect(() => {
    const all = kept.current
    return () => all.forEach(({ stop }) => stop.abort())
  }, [])
  const change = (key: string, over: Partial<UnderWay>): void =>
    setUnderWay((all) => all.map((one) => (one.key === key ? { ...one, ...over } : one)))
  const drop = (key: string): void => {
    kept.current.delete(key)
    setUnderWay((all) => all.filter((one) => one.key !== key))
  }
  const run = async (key: string): Promise<void> => {
    const upload = kept.current.get(key)
    if (!upload) return
    const { file, stop } = upload
    try {
      const arrived = await uploadFile(file, {
        signal: stop.signal,
        onBegun: (id) => (upload.id = id),
        onSent: (sent) => change(key, { sent }),
        onWaiting: (waiting) => change(key, { waiting }),
      })
      drop(key)
      there.current(arrived)
    } catch (error) {
      if (!stop.signal.aborted) change(key, { refused: error instanceof Error ? error.message : '', waiting: false })
    }
  }
  const start = (key: string): void => {
    queue.current = queue.current.then(() => run(key))
  }
  return {
    underWay,
    add: (files) => {
      const added = [...files].map((file) => ({ key: newKey(), file }))
      for (const { key, file } of added) kept.current.set(key, { file, stop: new AbortController(), id: null })
      const fresh = { sent: 0, waiting: false, refused: null }
      setUnderWay((all) => [...all, ...added.map(({ key, file }) => ({ key, name: file.name, size: file.size, ...fresh }))])
      for (const { key } of added) start(key)
    },
    cancel: (key) => {
      const upload = kept.current.get(key)
      upload?.stop.abort()
      if (upload?.id) forgetUpload(upload.id)
      drop(key)
    },
    retry: (key) => {
      change(key, { refused: null, sent: 0 })
      start(key)
    },
  }
}
