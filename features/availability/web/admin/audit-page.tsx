import { useDeferredValue, useState } from 'react'
import { type AuditKind, auditKinds } from '#features/people/rules/audit.ts'
import { auditText } from '#features/people/web/audit-text.ts'
import { type AuditEntry, listAudit } from '#features/spaces/contract/audit.ts'
import { useNow } from '#platform/browser/now.tsx'
import { usePages } from '#platform/browser/use-pages.ts'
import { formatDateTime } from '#platform/text/format-time.ts'
import { SelectField, TextField } from '#ui/field.tsx'
import { useMyZone } from '../use-me.ts'
import { AdminList } from './admin-list.tsx'
import { AdminPage } from './admin-page.tsx'
import { t } from './texts.ts'

const kindTexts = {
  'sign-in': 'kindSignIn',
  people: 'kindPeople',
  tokens: 'kindTokens',
  spaces: 'kindSpaces',
  settings: 'kindSettings',
  data: 'kindData',
} as const satisfies Record<AuditKind, string>

/** The audit log, by kind and by person. */
export function AuditPage() {
  const [kind, setKind] = useState<AuditKind | ''>('')
  const [person, setPerson] = useState('')
  const handle = useDeferredValue(person.trim().replace(/^@/, '').toLowerCase())
  const list = usePages(listAudit, { limit: 50, ...(kind === '' ? {} : { kind }), ...(handle === '' ? {} : { person: handle }) })
  return (
    <AdminPage title={t('audit')} more={t('auditMore')}>
      <form className="admin__search" role="search" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('person')}
          placeholder={t('personHint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={person}
          onChange={(event) => setPerson(event.target.value)}
        />
        <SelectField label={t('kind')} value={kind} onChange={(event) => setKind(event.target.value as AuditKind | '')}>
          <option value="">{t('anyKind')}</option>
          {auditKinds.map((each) => (
            <option key={each} value={each}>
              {t(kindTexts[each])}
            </option>
          ))}
        </SelectField>
      </form>
      <AdminList list={list} none={t('auditNone')}>
        {(entry) => <Row key={entry.id} entry={entry} />}
      </AdminList>
    </AdminPage>
  )
}

function Row({ entry }: { entry: AuditEntry }) {
  const now = useNow()
  const zone = useMyZone()
  const { by, address, type } = entry
  const nobody = type === 'sign_in.refused' ? t('byNobody') : t('byBaton')
  return (
    <li className="row row--thread">
      <div>
        <p className="row__t">
          <bdi>{said(entry)}</bdi>
        </p>
        <p className="row__s num">
          {t('auditLine', {
            when: formatDateTime(entry.at, { zone, now }),
            by: by?.name ?? nobody,
            address: address ? t('auditFrom', { address }) : '',
          })}
        </p>
      </div>
    </li>
  )
}

/** What happened, and about whom where that is not who did it. */
function said(entry: AuditEntry): string {
  const what = auditText(entry)
  const { person, by, space } = entry
  const other = person && person.handle !== by?.handle ? person.name : null
  if (space) return other ? t('auditIn', { what, name: other, space: space.name }) : t('auditSpace', { what, space: space.name })
  return other ? t('auditAbout', { what, name: other }) : what
}
