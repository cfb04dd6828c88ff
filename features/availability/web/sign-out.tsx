import { useSignOut } from '#features/people/web/use-sign-out.ts'
import { Button } from '#ui/button.tsx'
import { SettingsPart } from './settings-part.tsx'
import { t } from './settings-texts.ts'

/** Ends this session. */
export function SignOut() {
  const { leave, isLeaving } = useSignOut()
  return (
    <SettingsPart title={t('signOut')} more={t('signOutMore')}>
      <Button icon="log-out" busy={isLeaving} onClick={leave}>
        {t('signOut')}
      </Button>
    </SettingsPart>
  )
}
