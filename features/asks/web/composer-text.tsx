import { type ComponentProps, type ComponentType, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { showToast } from '#ui/toast.tsx'
import { t } from './completing-texts.ts'
import { MentionText } from './mention-text.tsx'

type Preview = ComponentType<{ text: string }>

/** The text of a composer, and on a press how it will look. */
export function ComposerText(props: ComponentProps<typeof MentionText>) {
  const [preview, setPreview] = useState<{ readonly Preview: Preview } | null>(null)
  const toggle = (): void => {
    if (preview) setPreview(null)
    else import('./preview.tsx').then(setPreview, () => showToast({ text: t('previewFailed') }))
  }
  return (
    <div className="composer__text">
      <MentionText {...props} />
      {(props.value.trim() !== '' || preview) && (
        <p className="composer__tool">
          <Button kind="bare" small aria-pressed={preview !== null} icon={preview ? 'check' : 'book-open'} onClick={toggle}>
            {t('preview')}
          </Button>
        </p>
      )}
      {preview && <preview.Preview text={props.value} />}
    </div>
  )
}
