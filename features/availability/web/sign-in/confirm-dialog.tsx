import { useState } from 'react'
import { type OwnSignIn, getOwnSignIn } from '#features/people/contract/own-sign-in.ts'
import { beginConfirmation } from '#features/people/contract/passkeys.ts'
import { confirmSession, getSignIn, sendCode } from '#features/people/contract/sign-in.ts'
import { passkeysWork, signWithPasskey } from '#features/people/web/passkeys.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import type { RequestOf } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { t } from './texts.ts'

interface ConfirmDialogProps {
  readonly own: OwnSignIn
  readonly onDone: () => void
  readonly onClose: () => void
}

type Proof = RequestOf<typeof confirmSession>

/** Asks who is there, by whatever they sign in with: password, passkey or a code by mail. */
export function ConfirmDialog({ own, onDone, onClose }: ConfirmDialogProps) {
  const [typed, setTyped] = useState('')
  const [second, setSecond] = useState('')
  const ways = useAnswer(getSignIn, {}, { staleTime: Infinity }).data
  const confirm = useSend(confirmSession, { refreshes: [getOwnSignIn] })
  const begin = useSend(beginConfirmation)
  const code = useSend(sendCode)
  const prove = (proof: Proof): void => confirm.mutate(proof, { onSuccess: onDone })
  const withPasskey = (): void =>
    begin.mutate(
      {},
      {
        onSuccess: (options) =>
          void signWithPasskey<NonNullable<Proof['passkey']>>(options).then((passkey) => passkey && prove({ passkey })),
      },
    )
  const isByCode = code.isSuccess
  const mayPasskey = own.passkeys.length > 0 && passkeysWork(ways?.passkeys ?? null)
  const mayCode = ways?.code === true && own.email !== null
  const hasField = isByCode || own.password
  const field = isByCode ? 'code' : 'password'
  const failure = confirm.error ?? begin.error ?? code.error
  const errorOf = (path: string): string | undefined => confirm.error?.errors.find((each) => each.path === path)?.message
  return (
    <Dialog title={t('confirmTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          prove({ [field]: typed, ...(own.secondFactor ? { second } : {}) })
        }}
      >
        <p className="quiet">{isByCode ? t('confirmSent', { email: own.email ?? '' }) : t('confirmMore')}</p>
        {hasField && (
          <TextField
            key={field}
            label={isByCode ? t('confirmCode') : t('password')}
            type={isByCode ? 'text' : 'password'}
            inputMode={isByCode ? 'numeric' : undefined}
            autoComplete={isByCode ? 'one-time-code' : 'current-password'}
            required
            autoFocus
            value={typed}
            error={errorOf(field)}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {hasField && own.secondFactor && (
          <TextField
            label={t('confirmSecond')}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={second}
            error={errorOf('second')}
            onChange={(event) => setSecond(event.target.value)}
          />
        )}
        {!hasField && !mayPasskey && !mayCode && <p>{t('confirmNoWay')}</p>}
        {failure && failure.errors.length === 0 && <Notice tone="stop">{failure.message}</Notice>}
        <div className="form-foot">
          {hasField && (
            <Button kind="main" type="submit" busy={confirm.isPending}>
              {t('confirm')}
            </Button>
          )}
          {mayPasskey && (
            <Button icon="key-round" busy={begin.isPending} onClick={withPasskey}>
              {t('confirmPasskey')}
            </Button>
          )}
          {mayCode && !isByCode && (
            <Button
              icon="mail"
              busy={code.isPending}
              onClick={() => code.mutate({ email: own.email ?? '' }, { onSuccess: () => setTyped('') })}
            >
              {t('confirmSend')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
