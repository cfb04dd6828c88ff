import { getOwnSignIn } from '#features/people/contract/own-sign-in.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { SettingsCrumb } from '../settings-crumb.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { Passkeys } from './passkeys.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactorPart } from './second-factor-part.tsx'
import { Sessions } from './sessions.tsx'
import { SignInHistory } from './sign-in-history.tsx'
import { t } from './texts.ts'
import { useConfirmed } from './use-confirmed.ts'

/** How one signs in, where one is signed in, and what happened to it. */
export function SignInSettingsPage() {
  const { data: own, error, refetch } = useAnswer(getOwnSignIn, {})
  const { confirmed, asked, isDone, onClose } = useConfirmed(own)
  if (error && !own) {
    return (
      <Empty whole title={t('failedTitle')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  return (
    <div className="wrap wrap--form settings">
      <SettingsCrumb />
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      {own ? (
        <>
          <PasswordForm own={own} confirmed={confirmed} />
          <Passkeys own={own} confirmed={confirmed} />
          <SecondFactorPart factor={own.secondFactor} confirmed={confirmed} />
          <Sessions />
          <SignInHistory />
          {asked && <ConfirmDialog own={own} onDone={isDone} onClose={onClose} />}
        </>
      ) : (
        <Skeleton shape="rows" />
      )}
    </div>
  )
}
