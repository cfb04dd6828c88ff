import { useRef } from 'react'
import { Button } from '#ui/button.tsx'
import { t } from './texts.ts'

/** The button that lets one choose files. They can be pasted and dropped as well. */
export function AddFiles({ onAdd, disabled }: { onAdd: (files: Iterable<File>) => void; disabled?: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button kind="bare" small icon="paperclip" disabled={disabled} onClick={() => input.current?.click()}>
        {t('addFiles')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('addFiles')}
        onChange={(event) => {
          onAdd([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
