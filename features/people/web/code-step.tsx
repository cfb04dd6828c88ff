import { useState } from 'react'
import type { RefusedError } from '#platform/contract/client.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { t } from './texts.ts'

interface CodeStepProps {
  readonly email: string
  readonly error: RefusedError | null
  readonly isPending: boolean
  /** How the sending of a code stands. */
  readonly sending: { readonly error: RefusedError | null; readonly isPending: boolean; readonly isSuccess: boolean }
  readonly onEmail: (email: string) => void
  readonly onSend: () => void
  readonly onCode: (code: string) => void
  readonly onBack: () => void
}

/** A code by mail: where it goes, then what it says. Whether anybody has the address is not told. */
export function CodeStep({ email, error, isPending, sending, onEmail, onSend, onCode, onBack }: CodeStepProps) {
  const [code, setCode] = useState('')
  const isSent = sending.isSuccess
  const failure = sending.error ?? error
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isSent) onCode(code)
        else onSend()
      }}
    >
      <h1>{t(isSent ? 'codeTitle' : 'codeAskTitle')}</h1>
      <p>{isSent ? t('codeSent', { email }) : t('codeAsk')}</p>
      <div className="door__fields">
        {isSent ? (
          <TextField
            key="code"
            label={t('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            autoFocus
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        ) : (
          <TextField
            key="email"
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={email}
            onChange={(event) => onEmail(event.target.value)}
          />
        )}
      </div>
      {failure && <Notice tone="stop">{failure.message}</Notice>}
      <div className="form-foot">
        <Button kind="main" wide type="submit" busy={isSent ? isPending : sending.isPending}>
          {t(isSent ? 'signIn' : 'sendCode')}
        </Button>
      </div>
      <div className="door__ways">
        {isSent && (
          <Button wide busy={sending.isPending} onClick={onSend}>
            {t('sendAnother')}
          </Button>
        )}
        <Button kind="bare" wide onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  )
}
