import { useEffect, useState } from 'react'
import { getOwnSignIn, listSignInHistory } from '#features/people/contract/own-sign-in.ts'
import { beginSecondFactor, confirmSecondFactor } from '#features/people/contract/second-factor.ts'
import { listSessions } from '#features/people/contract/sign-in.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Qr } from '#ui/qr.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { CopyField } from '../copy-field.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { t } from './texts.ts'

/** Hands the secret to an authenticator app, asks for a code of it, and shows the recovery codes this once. */
export function SecondFactorDialog({ onClose }: { onClose: () => void }) {
  const [code, setCode] = useState('')
  const begin = useSend(beginSecondFactor)
  const confirm = useSend(confirmSecondFactor, { refreshes: [getOwnSignIn, listSessions, listSignInHistory] })
  const start = begin.mutate
  useEffect(() => start({}), [start])
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onClose={onClose} />
  const { data: begun } = begin
  const failure = begin.error ?? (confirm.error?.errors.length === 0 ? confirm.error : null)
  return (
    <Dialog title={t('factorTitle')} onClose={onClose}>
      {!begun && !begin.error && <Skeleton shape="text" />}
      {begun && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            confirm.mutate({ code })
          }}
        >
          <p>{t('factorScan')}</p>
          <Qr {...begun.qr} label={t('factorQr')} />
          <CopyField label={t('factorSecret')} text={begun.secret} />
          <TextField
            label={t('factorCode')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            value={code}
            error={confirm.error?.errors.find((each) => each.path === 'code')?.message}
            onChange={(event) => setCode(event.target.value)}
          />
          <div className="form-foot">
            <Button kind="main" type="submit" busy={confirm.isPending}>
              {t('factorConfirm')}
            </Button>
            <Button kind="bare" onClick={onClose}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
      {failure && <Notice tone="stop">{failure.message}</Notice>}
    </Dialog>
  )
}
