import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { t } from './texts.ts'

/** Recovery codes, shown this once, to be kept elsewhere. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const [isCopied, setCopied] = useState(false)
  const copy = (): void => void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))
  return (
    <Dialog
      title={t('codesTitle')}
      onClose={onClose}
      foot={
        <>
          {'clipboard' in navigator && (
            <Button icon={isCopied ? 'check' : 'copy'} onClick={copy}>
              <span aria-live="polite">{isCopied ? t('copied') : t('codesCopy')}</span>
            </Button>
          )}
          <Button kind="main" onClick={onClose}>
            {t('codesKept')}
          </Button>
        </>
      }
    >
      <p>{t('codesMore')}</p>
      <ul className="codes num">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
