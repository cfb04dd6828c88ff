import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { t } from './settings-texts.ts'

/** A text to be taken elsewhere: whole at a press, or marked to be copied by hand. */
export function CopyField({ label, text, hint }: { label: string; text: string; hint?: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => setCopied(true))
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <span className="copy">
          <input className="input" {...control} readOnly value={text} onFocus={(event) => event.target.select()} />
          {'clipboard' in navigator && (
            <Button icon={isCopied ? 'check' : 'copy'} onClick={copy}>
              <span aria-live="polite">{isCopied ? t('copied') : t('copy')}</span>
            </Button>
          )}
        </span>
      )}
    </Field>
  )
}
