import { type ClipboardEvent, type DragEvent, useEffect, useRef } from 'react'
import type { PostFile } from '../contract/file.ts'
import { forgetUpload } from './upload-file.ts'
import { type UnderWay, useUploads } from './use-uploads.ts'

/** The files of something that is being written: those that are here, those on their way, and the ways to add more. */
export interface FileDraft {
  readonly files: readonly PostFile[]
  readonly underWay: readonly UnderWay[]
  readonly add: (files: Iterable<File>) => void
  readonly cancel: (key: string) => void
  readonly retry: (key: string) => void
  readonly remove: (file: PostFile) => void
  readonly describe: (file: PostFile, description: string) => void
  /** For the element in which files may be pasted and dropped. */
  readonly takes: {
    readonly onPaste: (event: ClipboardEvent) => void
    readonly onDragOver: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
}

/** Files beside a text. `posted`: those a post has already, which are let go of only by saving it without them. */
export function useFileDraft(
  files: readonly PostFile[],
  onChange: (files: readonly PostFile[]) => void,
  posted: readonly PostFile[] = [],
): FileDraft {
  // Several may come before the next render.
  const latest = useRef(files)
  useEffect(() => {
    latest.current = files
  }, [files])
  const set = (next: readonly PostFile[]): void => {
    latest.current = next
    onChange(next)
  }
  const uploads = useUploads((file) => set([...latest.current, file]))
  const takeFrom = (data: DataTransfer, event: { preventDefault: () => void }): void => {
    if (data.files.length === 0) return
    event.preventDefault()
    uploads.add(data.files)
  }
  return {
    files,
    ...uploads,
    remove: (file) => {
      set(latest.current.filter(({ id }) => id !== file.id))
      if (!posted.some(({ id }) => id === file.id)) forgetUpload(file.id)
    },
    describe: (file, description) => set(latest.current.map((one) => (one.id === file.id ? { ...one, description } : one))),
    takes: {
      onPaste: (event) => takeFrom(event.clipboardData, event),
      onDragOver: (event) => event.dataTransfer.types.includes('Files') && event.preventDefault(),
      onDrop: (event) => takeFrom(event.dataTransfer, event),
    },
  }
}

/** Files as a post is sent with them. */
export function filesToSend(files: readonly PostFile[]): { id: string; description: string }[] {
  return files.map(({ id, description }) => ({ id, description: description.trim() }))
}
