import { withinSentence } from '#platform/text/cases.ts'
import { useDeferredValue, useState } from 'react'
import { type AdministeredPerson, type peopleStates, listAdministeredPeople } from '#features/workspace/contract/people.ts'
import { useNow } from '#platform/browser/now.tsx'
import { usePages } from '#platform/browser/use-pages.ts'
import { formatFromNow } from '#platform/text/format-span.ts'
import { Button } from '#ui/button.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { Tag } from '#ui/tag.tsx'
import { Invitations } from '../invitations.tsx'
import { AdminList } from './admin-list.tsx'
import { AdminPage } from './admin-page.tsx'
import { ManageDialog } from './manage-dialog.tsx'
import { type Role, roleTexts, roles } from './role-texts.ts'
import { t } from './texts.ts'

type State = (typeof peopleStates)[number] | ''

const states: readonly (readonly [State, Parameters<typeof t>[0] & `state${string}`])[] = [
  ['active', 'stateActive'],
  ['without sign-in', 'stateWithout'],
  ['deactivated', 'stateDeactivated'],
  ['', 'stateAll'],
]

/** Everybody of the workspace: found, managed, invited. */
export function AdminPeoplePage() {
  const [q, setQ] = useState('')
  const [role, setRole] = useState<Role | ''>('')
  const [state, setState] = useState<State>('active')
  const [managed, setManaged] = useState<string | null>(null)
  const words = useDeferredValue(q.trim())
  const list = usePages(listAdministeredPeople, {
    limit: 40,
    ...(words === '' ? {} : { q: words }),
    ...(role === '' ? {} : { role }),
    ...(state === '' ? {} : { state }),
  })
  const chosen = list.items?.find(({ id }) => id === managed)
  return (
    <AdminPage title={t('people')}>
      <form className="admin__search" role="search" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('find')}
          type="search"
          placeholder={t('findHint')}
          autoComplete="off"
          spellCheck={false}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <SelectField label={t('role')} value={role} onChange={(event) => setRole(event.target.value as Role | '')}>
          <option value="">{t('anyRole')}</option>
          {roles.map((each) => (
            <option key={each} value={each}>
              {t(roleTexts[each])}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('state')} value={state} onChange={(event) => setState(event.target.value as State)}>
          {states.map(([value, text]) => (
            <option key={value} value={value}>
              {t(text)}
            </option>
          ))}
        </SelectField>
      </form>
      <AdminList list={list} none={t('nobody')}>
        {(person) => <Row key={person.id} person={person} onManage={() => setManaged(person.id)} />}
      </AdminList>
      <Invitations mayAll />
      {chosen && <ManageDialog person={chosen} onClose={() => setManaged(null)} />}
    </AdminPage>
  )
}

function Row({ person, onManage }: { person: AdministeredPerson; onManage: () => void }) {
  const now = useNow()
  const { name, handle, email, role, active, seenAt, signIn, may } = person
  const seen = seenAt === null ? t('notSeen') : t('seen', { when: formatFromNow(seenAt, now) })
  return (
    <li className="row row--thread">
      <div>
        <p className="row__t">
          <bdi>{name}</bdi> {role !== 'member' && <Tag>{withinSentence(t(roleTexts[role]))}</Tag>}{' '}
          {!active && <Tag tone="care">{t('deactivated')}</Tag>} {may.giveAddress && <Tag tone="line">{t('withoutSignIn')}</Tag>}{' '}
          {signIn.secondFactor && <Tag tone="line">{t('secondFactor')}</Tag>}
        </p>
        <p className="row__s num">{t('line', { handle, email: email ?? t('noAddress'), seen })}</p>
      </div>
      <Button small aria-label={t('manageOf', { name })} onClick={onManage}>
        {t('manage')}
      </Button>
    </li>
  )
}
