import { withinSentence } from '#platform/text/cases.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { getOwnSignIn } from '#features/people/contract/own-sign-in.ts'
import { resetSecondFactor } from '#features/people/contract/second-factor.ts'
import { mayChangeRole } from '#features/people/policy.ts'
import { type AdministeredPerson, giveAddress, listAdministeredPeople } from '#features/workspace/contract/people.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import { changePerson } from '../../contract/people.ts'
import { showsPeople } from '../shows-people.ts'
import { ConfirmDialog } from '../sign-in/confirm-dialog.tsx'
import { useConfirmed } from '../sign-in/use-confirmed.ts'
import { useMe } from '../use-me.ts'
import { type Role, roleTexts, roles } from './role-texts.ts'
import { t } from './texts.ts'

/** What owners and admins decide about one person; what concerns how they sign in, once the administrator proved who they are. */
export function ManageDialog({ person, onClose }: { person: AdministeredPerson; onClose: () => void }) {
  const me = useMe()?.person
  const own = useAnswer(getOwnSignIn, {}).data
  const { confirmed, asked, isDone, onClose: onUnconfirmed } = useConfirmed(own)
  const change = useSend(changePerson, { refreshes: [listAdministeredPeople, ...showsPeople] })
  const reset = useSend(resetSecondFactor, { refreshes: [listAdministeredPeople] })
  const { name, handle, may, active } = person
  const setRole = (role: Role): void =>
    change.mutate(
      { handle, role },
      { onSuccess: () => showToast({ text: t('roleChanged', { name, role: withinSentence(t(roleTexts[role])) }) }) },
    )
  const setActive = (wanted: boolean): void =>
    change.mutate({ handle, active: wanted }, { onSuccess: done(t(wanted ? 'reactivatedDone' : 'deactivatedDone', { name })) })
  const done = (text: string) => (): void => {
    onClose()
    showToast({ text })
  }
  const failure = change.error ?? reset.error
  const offered = roles.filter((role) => role === person.role || (me && mayChangeRole({ personId: me.id, role: me.role }, person, role)))
  return (
    <Dialog
      title={name}
      onClose={onClose}
      foot={
        <>
          <Link className={buttonClass({ kind: 'bare' })} to="/people/$handle" params={{ handle }}>
            {t('openPage')}
          </Link>
          <Button onClick={onClose}>{t('close')}</Button>
        </>
      }
    >
      {may.changeRole && (
        <SelectField label={t('role')} value={person.role} hint={t('roleHint')} onChange={(event) => setRole(event.target.value as Role)}>
          {offered.map((role) => (
            <option key={role} value={role}>
              {t(roleTexts[role])}
            </option>
          ))}
        </SelectField>
      )}
      {may.giveAddress && <AddressForm person={person} confirmed={confirmed} onDone={done(t('giveAddressDone', { name }))} />}
      {may.resetSecondFactor && (
        <section className="admin__act">
          <p className="hint">{t('resetFactorMore')}</p>
          <Button
            busy={reset.isPending}
            onClick={() => confirmed(() => reset.mutate({ handle }, { onSuccess: done(t('resetFactorDone', { name })) }))}
          >
            {t('resetFactor')}
          </Button>
        </section>
      )}
      {(may.deactivate || may.reactivate) && (
        <section className="admin__act">
          <p className="hint">{t(active ? 'deactivateMore' : 'reactivateMore', { name })}</p>
          <Button stop={active} busy={change.isPending} onClick={() => setActive(!active)}>
            {t(active ? 'deactivate' : 'reactivate')}
          </Button>
        </section>
      )}
      {failure && <Notice tone="stop">{failure.message}</Notice>}
      {asked && own && <ConfirmDialog own={own} onDone={isDone} onClose={onUnconfirmed} />}
    </Dialog>
  )
}

interface AddressFormProps {
  readonly person: AdministeredPerson
  readonly confirmed: (act: () => void) => void
  readonly onDone: () => void
}

/** A way in for somebody who has none, such as who came by an import. */
function AddressForm({ person, confirmed, onDone }: AddressFormProps) {
  const [email, setEmail] = useState(person.email ?? person.emailElsewhere ?? '')
  const give = useSend(giveAddress, { refreshes: [listAdministeredPeople] })
  const wrong = give.error?.errors.find(({ path }) => path === 'email')?.message
  return (
    <form
      className="admin__act"
      onSubmit={(event) => {
        event.preventDefault()
        confirmed(() => give.mutate({ handle: person.handle, email }, { onSuccess: onDone }))
      }}
    >
      <TextField
        label={t('address')}
        type="email"
        autoComplete="off"
        required
        value={email}
        hint={t('giveAddressMore', { name: person.name })}
        error={wrong}
        onChange={(event) => setEmail(event.target.value)}
      />
      {give.error && !wrong && <Notice tone="stop">{give.error.message}</Notice>}
      <Button type="submit" busy={give.isPending}>
        {t('giveAddress')}
      </Button>
    </form>
  )
}
