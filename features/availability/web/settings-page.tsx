import { useAnswer } from '#platform/browser/use-answer.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { getMe } from '../contract/people.ts'
import { Appearance } from './appearance.tsx'
import { DigestMail } from './digest-mail.tsx'
import { Invitations } from './invitations.tsx'
import { LanguagePart } from './language-part.tsx'
import { t } from './settings-texts.ts'
import { SettingsWays } from './settings-ways.tsx'
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
      <SettingsWays handle={person.handle} />
      <LanguagePart person={person} />
      <DigestMail person={person} />
      <Appearance />
      <Tokens mayAdminister={may.administer} />
      {(may.invite || may.inviteGuests) && <Invitations mayAll={may.invite} />}
      <SignOut />
    </>
  )
}
