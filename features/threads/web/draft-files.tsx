import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatSize } from '#platform/text/format-size.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import type { PostFile } from '../contract/file.ts'
import { getUpload } from '../contract/files.ts'
import { t } from './texts.ts'
import type { FileDraft } from './use-file-draft.ts'
import type { UnderWay } from './use-uploads.ts'

/** The files of something that is being written, and those on their way. */
export function DraftFiles({ draft, posted = [] }: { draft: FileDraft; posted?: readonly PostFile[] }) {
  if (draft.files.length + draft.underWay.length === 0) return null
  return (
    <ul className="dfiles" aria-label={t('files')}>
      {draft.files.map((file) =>
        posted.some(({ id }) => id === file.id) ? (
          <FileLine key={file.id} file={file} draft={draft} preview={file.preview} />
        ) : (
          <UploadedLine key={file.id} file={file} draft={draft} />
        ),
      )}
      {draft.underWay.map((upload) => (
        <UploadLine key={upload.key} upload={upload} draft={draft} />
      ))}
    </ul>
  )
}

const FRESH_FOR = 5 * 60_000

/** A draft may be opened again when its addresses have ended, or the file itself. */
function UploadedLine({ file, draft }: { file: PostFile; draft: FileDraft }) {
  const { data, error } = useAnswer(getUpload, { id: file.id }, { staleTime: FRESH_FOR })
  return <FileLine file={file} draft={draft} preview={data?.file?.preview ?? null} gone={error?.status === 404} />
}

interface LineProps {
  readonly file: PostFile
  readonly draft: FileDraft
  readonly preview: string | null
  readonly gone?: boolean
}

function FileLine({ file, draft, preview, gone = false }: LineProps) {
  return (
    <li className="dfile">
      {preview && !gone ? <img className="dfile__pic" src={preview} alt="" width={40} height={40} /> : <Icon name="file-text" />}
      <span className="dfile__name" dir="auto">
        {file.name}
      </span>
      <span className="dfile__size">{gone ? t('fileGone') : formatSize(file.size)}</span>
      <IconButton icon="x" label={t('removeFile', { name: file.name })} onClick={() => draft.remove(file)} />
      {file.kind !== 'other' && !gone && (
        <input
          className="input dfile__says"
          aria-label={t('describeFile', { name: file.name })}
          placeholder={file.kind === 'image' ? t('describeImage') : t('describeSound')}
          maxLength={1000}
          dir="auto"
          value={file.description}
          onChange={(event) => draft.describe(file, event.target.value)}
        />
      )}
    </li>
  )
}

function UploadLine({ upload, draft }: { upload: UnderWay; draft: FileDraft }) {
  const { key, name, size, sent, waiting, refused } = upload
  return (
    <li className="dfile">
      <Icon name={refused === null ? 'paperclip' : 'circle-alert'} />
      <span className="dfile__name" dir="auto">
        {name}
      </span>
      <span className="dfile__size">
        {waiting ? t('waitsForNetwork') : t('sentOf', { sent: formatSize(sent), size: formatSize(size) })}
      </span>
      <IconButton icon="x" label={t('cancelFile', { name })} onClick={() => draft.cancel(key)} />
      {refused === null ? (
        <progress className="dfile__says" aria-label={t('uploading', { name })} value={sent} max={Math.max(size, 1)} />
      ) : (
        <p className="dfile__says dfile__why">
          {refused}{' '}
          <Button small onClick={() => draft.retry(key)}>
            {t('tryAgain')}
          </Button>
        </p>
      )}
    </li>
  )
}
