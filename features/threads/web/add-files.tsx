import { useRef } from 'react'
import { IconButton } from '#ui/button.tsx'
import { t } from './texts.ts'

/** The button that lets one choose files. They can be pasted and dropped as well. */
export function AddFiles({ onAdd, disabled }: { onAdd: (files: Iterable<File>) => void; disabled?: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton icon="paperclip" label={t('addFiles')} disabled={disabled} onClick={() => input.current?.click()} />
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
