import { withinSentence } from '#platform/text/cases.ts'
import { useState } from 'react'
import { mayChangeRole } from '#features/people/policy.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import { changePerson } from '../contract/people.ts'
import type { Person } from '../contract/person.ts'
import { t } from './person-texts.ts'
import { showsPeople } from './shows-people.ts'

const roles = { owner: 'roleOwner', admin: 'roleAdmin', member: 'roleMember', guest: 'roleGuest' } as const
type Role = keyof typeof roles

/** What owners and admins decide about a person: role, and whether they are active. */
export function Administration({ person, me }: { person: Person; me: Person | undefined }) {
  const [isAsked, setAsked] = useState(false)
  const change = useSend(changePerson, { refreshes: showsPeople })
  const { may, name } = person
  const mayEnd = may.deactivate || may.reactivate
  if (!me || (!may.changeRole && !mayEnd)) return null
  const actor = { personId: me.id, role: me.role }
  const offered = (Object.keys(roles) as Role[]).filter((role) => role === person.role || mayChangeRole(actor, person, role))
  const setRole = (role: Role): void =>
    change.mutate(
      { handle: person.handle, role },
      { onSuccess: () => showToast({ text: t('roleChanged', { name, role: withinSentence(t(roles[role])) }) }) },
    )
  return (
    <section className="part person__admin">
      <h2 className="sec">{t('administration')}</h2>
      {may.changeRole && (
        <SelectField label={t('role')} value={person.role} onChange={(event) => setRole(event.target.value as Role)}>
          {offered.map((role) => (
            <option key={role} value={role}>
              {t(roles[role])}
            </option>
          ))}
        </SelectField>
      )}
      {change.error && <Notice tone="stop">{change.error.message}</Notice>}
      {mayEnd && <Button onClick={() => setAsked(true)}>{t(may.deactivate ? 'deactivate' : 'reactivate')}</Button>}
      {isAsked && <ActivityDialog person={person} onClose={() => setAsked(false)} />}
    </section>
  )
}

/** Says what deactivating or bringing back means, before it is done. */
function ActivityDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const change = useSend(changePerson, { refreshes: showsPeople })
  const { name, handle } = person
  const isEnding = person.may.deactivate
  const done = (): void => {
    onClose()
    showToast({ text: t(isEnding ? 'deactivatedDone' : 'reactivated', { name }) })
  }
  return (
    <Dialog
      title={t(isEnding ? 'deactivateTitle' : 'reactivateTitle', { name })}
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button stop={isEnding} busy={change.isPending} onClick={() => change.mutate({ handle, active: !isEnding }, { onSuccess: done })}>
            {t(isEnding ? 'deactivate' : 'reactivate')}
          </Button>
        </>
      }
    >
      {isEnding ? (
        <ul className="said">
          <li>{t('deactivateKept', { name })}</li>
          <li>{t('deactivateEnds')}</li>
          <li>{t('deactivateAsks')}</li>
          <li>{t('deactivateBack')}</li>
        </ul>
      ) : (
        <p>{t('reactivateMore')}</p>
      )}
      {change.error && <Notice tone="stop">{change.error.message}</Notice>}
    </Dialog>
  )
}
