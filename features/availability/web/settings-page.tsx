import { Link } from '@tanstack/react-router'
import { useAnswer } from '#platform/browser/use-answer.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { getMe } from '../contract/people.ts'
import { Appearance } from './appearance.tsx'
import { DigestMail } from './digest-mail.tsx'
import { Invitations } from './invitations.tsx'
import { LanguagePart } from './language-part.tsx'
import { SettingsPart } from './settings-part.tsx'
import { t } from './settings-texts.ts'
import { SignOut } from './sign-out.tsx'
import { Tokens } from './tokens.tsx'

/** What a person sets for themselves, each part with a heading of its own. */
export function SettingsPage() {
  const { data: me, error, refetch } = useAnswer(getMe, {})
  if (error && !me) {
    return (
      <Empty whole title={t('failedTitle')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  return (
    <div className="wrap wrap--form settings">
      <h1>{t('title')}</h1>
      <p className="lede">{t('lede')}</p>
      {me ? <Parts me={me} /> : <Skeleton shape="rows" />}
    </div>
  )
}

function Parts({ me }: { me: OutputOf<typeof getMe> }) {
  const { person, may } = me
  return (
    <>
      <SettingsPart title={t('profile')} more={t('profileMore')}>
        <Link className={buttonClass()} to="/people/$handle" params={{ handle: person.handle }}>
          {t('openProfile')}
        </Link>
      </SettingsPart>
      <SettingsPart title={t('hours')} more={t('hoursMore')}>
        <Link className={buttonClass()} to="/settings/hours">
          {t('openHours')}
        </Link>
      </SettingsPart>
      <SettingsPart title={t('signIn')} more={t('signInMore')}>
        <Link className={buttonClass()} to="/settings/sign-in">
          {t('openSignIn')}
        </Link>
      </SettingsPart>
      <SettingsPart title={t('keysPart')} more={t('keysPartMore')}>
        <Link className={buttonClass()} to="/settings/keys">
          {t('openKeys')}
        </Link>
      </SettingsPart>
      <SettingsPart title={t('interruptions')} more={t('interruptionsMore')}>
        <Link className={buttonClass()} to="/settings/interruptions">
          {t('openInterruptions')}
        </Link>
      </SettingsPart>
      <LanguagePart person={person} />
      <DigestMail person={person} />
      <SettingsPart title={t('pushes')} more={t('pushesMore')}>
        <Link className={buttonClass()} to="/settings/push">
          {t('openPushes')}
        </Link>
      </SettingsPart>
      <Appearance />
      <Tokens mayAdminister={may.administer} />
      {(may.invite || may.inviteGuests) && <Invitations mayAll={may.invite} />}
      <SignOut />
    </>
  )
}
