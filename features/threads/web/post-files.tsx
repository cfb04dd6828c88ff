import { useState } from 'react'
import { formatSize } from '#platform/text/format-size.ts'
import { Icon } from '#ui/icon.tsx'
import type { PostFile } from '../contract/file.ts'
import { ImageDialog } from './image-dialog.tsx'
import { Playable } from './playable.tsx'
import { t } from './texts.ts'
import { useAddresses } from './use-addresses.ts'
import { useDownload } from './use-download.ts'

/** The files of a post: pictures to be seen, sound and film to be played, the rest to be had. `read` answers them anew, with fresh addresses. */
export function PostFiles({ files: given, read }: { files: readonly PostFile[]; read: () => Promise<readonly PostFile[]> }) {
  const { files, renew } = useAddresses(given, read)
  const [open, setOpen] = useState<string | null>(null)
  const of = (...kinds: PostFile['kind'][]): PostFile[] => files.filter(({ kind }) => kinds.includes(kind))
  const opened = files.find(({ id }) => id === open)
  if (files.length === 0) return null
  return (
    <div className="files">
      {of('image').map((file) => (
        <Picture key={file.id} file={file} onOpen={() => setOpen(file.id)} onBroken={() => void renew(file.id)} />
      ))}
      {of('audio', 'video').map((file) => (
        <Playable key={file.id} file={file} renew={() => renew(file.id)} />
      ))}
      {of('other').map((file) => (
        <FileRow key={file.id} file={file} renew={() => renew(file.id)} />
      ))}
      {opened && <ImageDialog file={opened} renew={() => renew(opened.id)} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** The column, and what is left of a window that shows the text beside it. */
const WIDEST = 640
const HIGHEST = 440

/** A picture at the size it will have, whether it is there yet or not. */
function Picture({ file, onOpen, onBroken }: { file: PostFile; onOpen: () => void; onBroken: () => void }) {
  const [width, height] = [file.width ?? WIDEST, file.height ?? HIGHEST]
  const scale = Math.min(1, WIDEST / width, HIGHEST / height)
  return (
    <button type="button" className="files__pic" onClick={onOpen}>
      <img
        key={file.preview}
        src={file.preview ?? ''}
        alt={file.description || file.name}
        width={Math.max(1, Math.round(width * scale))}
        height={Math.max(1, Math.round(height * scale))}
        loading="lazy"
        onError={onBroken}
      />
    </button>
  )
}

function FileRow({ file, renew }: { file: PostFile; renew: () => Promise<PostFile | null> }) {
  const download = useDownload(file, renew)
  return (
    <a className="files__row" {...download}>
      <Icon name="file-text" />
      <span className="files__name" dir="auto">
        {file.name}
      </span>
      <span className="files__size">{formatSize(file.size)}</span>
      <Icon name="download" label={t('download')} />
    </a>
  )
}
