import { useState } from 'react'
import type { RefusedError } from '#platform/contract/client.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { t } from './texts.ts'

interface SecondStepProps {
  readonly error: RefusedError | null
  readonly isPending: boolean
  readonly onSecond: (second: string) => void
  readonly onBack: () => void
}

/** The second factor, after the first was right. */
export function SecondStep({ error, isPending, onSecond, onBack }: SecondStepProps) {
  const [second, setSecond] = useState('')
  // That it is asked for is no failure.
  const failure = error?.code === 'sign_in.second_factor' ? null : error
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSecond(second)
      }}
    >
      <h1>{t('secondTitle')}</h1>
      <p>{t('secondMore')}</p>
      <div className="door__fields">
        <TextField
          label={t('second')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus
          value={second}
          onChange={(event) => setSecond(event.target.value)}
        />
      </div>
      {failure && <Notice tone="stop">{failure.message}</Notice>}
      <div className="form-foot">
        <Button kind="main" wide type="submit" busy={isPending}>
          {t('signIn')}
        </Button>
      </div>
      <div className="door__ways">
        <Button kind="bare" wide onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  )
}
