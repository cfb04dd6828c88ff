import { buttonClass } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { PostFile } from '../contract/file.ts'
import { t } from './texts.ts'
import { useDownload } from './use-download.ts'

/** A picture as large as the window allows. */
export function ImageDialog({ file, renew, onClose }: { file: PostFile; renew: () => Promise<PostFile | null>; onClose: () => void }) {
  const download = useDownload(file, renew)
  const link = (
    <a className={buttonClass()} {...download}>
      {t('download')}
    </a>
  )
  return (
    <Dialog title={file.name} wide foot={link} onClose={onClose}>
      <img
        className="files__large"
        key={file.address}
        src={file.address}
        alt={file.description || file.name}
        width={file.width ?? undefined}
        height={file.height ?? undefined}
        onError={() => void renew()}
      />
      {file.description && (
        <p className="files__says" dir="auto">
          {file.description}
        </p>
      )}
    </Dialog>
  )
}
