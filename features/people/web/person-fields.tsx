import { TextField } from '#ui/field.tsx'
import { t } from './texts.ts'
import { ZoneField } from './zone-field.tsx'

/** What somebody new says of themselves. */
export interface NewPerson {
  readonly name: string
  readonly handle: string
  readonly email: string
  readonly password: string
  readonly timeZone: string
}

interface PersonFieldsProps {
  readonly person: NewPerson
  readonly onChange: (person: NewPerson) => void
  readonly errorOf: (field: keyof NewPerson) => string | undefined
  /** Where the address is known already. */
  readonly withoutEmail?: boolean
}

export function emptyPerson(): NewPerson {
  return { name: '', handle: '', email: '', password: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }
}

/** The fields of a new person: name, handle (made from the name until it is changed), address, password and where they are. */
export function PersonFields({ person, onChange, errorOf, withoutEmail = false }: PersonFieldsProps) {
  const change = (over: Partial<NewPerson>): void => onChange({ ...person, ...over })
  const rename = (name: string): void =>
    change({ name, ...(person.handle === handleFrom(person.name) ? { handle: handleFrom(name) } : {}) })
  return (
    <>
      <TextField
        label={t('name')}
        autoComplete="name"
        required
        value={person.name}
        error={errorOf('name')}
        onChange={(event) => rename(event.target.value)}
      />
      <TextField
        label={t('handle')}
        required
        autoCapitalize="none"
        spellCheck={false}
        value={person.handle}
        hint={person.handle && t('handleHint', { handle: person.handle })}
        error={errorOf('handle')}
        onChange={(event) => change({ handle: event.target.value.toLowerCase() })}
      />
      {!withoutEmail && (
        <TextField
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          value={person.email}
          error={errorOf('email')}
          onChange={(event) => change({ email: event.target.value })}
        />
      )}
      <TextField
        label={t('password')}
        type="password"
        autoComplete="new-password"
        required
        value={person.password}
        hint={t('passwordHint')}
        error={errorOf('password')}
        onChange={(event) => change({ password: event.target.value })}
      />
      <ZoneField
        label={t('zone')}
        value={person.timeZone}
        hint={t('zoneHint')}
        error={errorOf('timeZone')}
        onChange={(timeZone) => change({ timeZone })}
      />
    </>
  )
}

/** `Zoë Ångström` is zoe, until they say otherwise. */
function handleFrom(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? ''
  return first
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]/g, '')
    .replace(/^[^a-z0-9]+/, '')
}
