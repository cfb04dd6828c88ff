import { useSend } from '#platform/browser/use-send.ts'
import { Check } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { changePerson } from '../contract/people.ts'
import type { Person } from '../contract/person.ts'
import { SettingsPart } from './settings-part.tsx'
import { t } from './settings-texts.ts'
import { showsPeople } from './shows-people.ts'

/** Whether deliveries come by mail as well. */
export function DigestMail({ person }: { person: Person }) {
  const change = useSend(changePerson, { refreshes: showsPeople })
  const wanted = change.isPending ? change.variables.digestMail : person.digestMail
  return (
    <SettingsPart title={t('mail')}>
      <Check
        label={t('mailCheck')}
        hint={person.email === null ? t('mailNoAddress') : t('mailHint', { email: person.email })}
        checked={wanted === true}
        disabled={person.email === null}
        onChange={(event) => change.mutate({ handle: 'me', digestMail: event.target.checked })}
      />
      {change.error && <Notice tone="stop">{change.error.message}</Notice>}
    </SettingsPart>
  )
}
