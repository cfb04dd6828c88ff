import { useRef } from 'react'
import { formatSize } from '#platform/text/format-size.ts'
import type { PostFile } from '../contract/file.ts'
import { t } from './texts.ts'
import { useDownload } from './use-download.ts'

/** Sound or film. It goes on where it was when its address had ended meanwhile. */
export function Playable({ file, renew }: { file: PostFile; renew: () => Promise<PostFile | null> }) {
  const reached = useRef({ at: 0, renewed: '' })
  const download = useDownload(file, renew)
  const goOn = async (): Promise<void> => {
    // What cannot be played at a fresh address cannot be played at all.
    if (reached.current.renewed === file.address) return
    const fresh = await renew()
    reached.current.renewed = fresh?.address ?? file.address
  }
  const shared = {
    className: 'files__play',
    src: file.address,
    controls: true,
    'aria-label': file.description || file.name,
    onTimeUpdate: ({ currentTarget }: { currentTarget: HTMLMediaElement }) => {
      reached.current.at = currentTarget.currentTime
    },
    onLoadedMetadata: ({ currentTarget }: { currentTarget: HTMLMediaElement }) => {
      currentTarget.currentTime = reached.current.at
    },
    onError: () => void goOn(),
  }
  return (
    <figure className="files__film">
      {/* oxlint-disable jsx-a11y/media-has-caption -- a file brings no captions along; what its author says of it stands below */}
      {file.kind === 'audio' ? <audio preload="none" {...shared} /> : <video preload="metadata" {...shared} />}
      <figcaption>
        <a className="link" {...download}>
          {t('downloadNamed', { name: file.name, size: formatSize(file.size) })}
        </a>
        {file.description && <span dir="auto">{file.description}</span>}
      </figcaption>
    </figure>
  )
}
