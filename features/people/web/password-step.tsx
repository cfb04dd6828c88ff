import { useState } from 'react'
import { demo } from '#platform/browser/demo.ts'
import type { RefusedError } from '#platform/contract/client.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import type { getSignIn } from '../contract/sign-in.ts'
import { t } from './texts.ts'
import { usePasskeySignIn } from './use-passkey-sign-in.ts'

interface PasswordStepProps {
  readonly email: string
  readonly error: RefusedError | null
  readonly isPending: boolean
  /** Undefined until they are known. */
  readonly ways: OutputOf<typeof getSignIn> | undefined
  readonly onEmail: (email: string) => void
  readonly onPassword: (password: string) => void
  /** As somebody of a demo. */
  readonly onPerson: (person: { email: string; password: string }) => void
  readonly onCode: () => void
  readonly onIn: (person: { readonly id: string }) => void
}

/** Address and password, and the other ways in below them. */
export function PasswordStep({ email, error, isPending, ways, onEmail, onPassword, onPerson, onCode, onIn }: PasswordStepProps) {
  const [password, setPassword] = useState('')
  const passkey = usePasskeySignIn(ways?.passkeys ?? null, onIn)
  const failure = error ?? passkey.error
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onPassword(password)
      }}
    >
      <h1>{t('signIn')}</h1>
      <div className="door__fields">
        <TextField
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username webauthn"
          required
          autoFocus
          value={email}
          onChange={(event) => onEmail(event.target.value)}
        />
        <TextField
          label={t('password')}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      {failure && <Notice tone="stop">{failure.message}</Notice>}
      <div className="form-foot">
        <Button kind="main" wide type="submit" busy={isPending}>
          {t('signIn')}
        </Button>
      </div>
      {(passkey.isOffered || ways?.code) && (
        <div className="door__ways">
          {passkey.isOffered && (
            <Button wide icon="key-round" busy={passkey.isPending} onClick={passkey.ask}>
              {t('withPasskey')}
            </Button>
          )}
          {ways?.code && (
            <Button wide icon="mail" onClick={onCode}>
              {t('withCode')}
            </Button>
          )}
        </div>
      )}
      {demo ? <Cast onPerson={onPerson} /> : <p className="door__foot">{ways && t(ways.code ? 'forgot' : 'forgotWithoutMail')}</p>}
      <p className="door__foot">{demo ? t('castMore') : t('otherWays')}</p>
    </form>
  )
}

/** Whom one may be in a demo. */
function Cast({ onPerson }: Pick<PasswordStepProps, 'onPerson'>) {
  return (
    <div className="door__cast" role="group" aria-label={t('cast')}>
      <p className="hint">{t('cast')}</p>
      {demo?.people.map((person) => (
        <Button key={person.email} onClick={() => onPerson({ email: person.email, password: demo?.password ?? '' })}>
          {person.name}
          <small>{person.about}</small>
        </Button>
      ))}
    </div>
  )
}
