import { useState } from 'react'
import { type OwnSignIn, getOwnSignIn, listSignInHistory } from '#features/people/contract/own-sign-in.ts'
import { changePassword, listSessions } from '#features/people/contract/sign-in.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import { SettingsPart } from '../settings-part.tsx'
import { t } from './texts.ts'
import type { Confirmed } from './use-confirmed.ts'

/** Another password instead of the one that is known; or without it, for who just proved otherwise that it is them. */
export function PasswordForm({ own, confirmed }: { own: OwnSignIn; confirmed: Confirmed }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useSend(changePassword, { refreshes: [getOwnSignIn, listSessions, listSignInHistory] })
  const errorOf = (path: string): string | undefined => change.error?.errors.find((each) => each.path === path)?.message
  const asksCurrent = own.password && !own.withoutCurrent
  const done = (): void => {
    setCurrent('')
    setNext('')
    showToast({ text: t('passwordChanged') })
  }
  const submit = (): void => change.mutate({ new: next, ...(asksCurrent ? { current } : {}) }, { onSuccess: done })
  const more = own.password ? (asksCurrent ? 'passwordMore' : 'passwordWithout') : 'passwordNone'
  return (
    <SettingsPart title={t('password')} more={t(more)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (asksCurrent) submit()
          else confirmed(submit)
        }}
      >
        {/* Keepers of passwords learn here whose password it is. */}
        <input type="text" hidden readOnly autoComplete="username" value={own.email ?? ''} />
        <div className="settings__pair">
          {asksCurrent && (
            <TextField
              label={t('current')}
              type="password"
              autoComplete="current-password"
              required
              value={current}
              error={errorOf('current')}
              onChange={(event) => setCurrent(event.target.value)}
            />
          )}
          <TextField
            label={t('new')}
            type="password"
            autoComplete="new-password"
            required
            value={next}
            hint={t('newHint')}
            error={errorOf('new')}
            onChange={(event) => setNext(event.target.value)}
          />
        </div>
        {change.error && change.error.errors.length === 0 && <Notice tone="stop">{change.error.message}</Notice>}
        <div className="form-foot">
          <Button type="submit" busy={change.isPending}>
            {t(own.password ? 'changePassword' : 'setPassword')}
          </Button>
        </div>
      </form>
    </SettingsPart>
  )
}
