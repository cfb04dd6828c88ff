import { type FormEvent, useState } from 'react'
import { PersonField } from '#features/availability/web/person-field.tsx'
import { useNamed } from '#features/availability/web/use-named.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { t } from './post-texts.ts'

interface PeopleFieldProps {
  /** Handles. */
  readonly people: readonly string[]
  readonly error: string | undefined
  readonly onChange: (people: readonly string[]) => void
}

const MOST = 8

/** Whom a direct thread is between: each taken in by Enter or a press. */
export function PeopleField({ people, error, onChange }: PeopleFieldProps) {
  const [typed, setTyped] = useState('')
  const names = useNamed(people)
  const canAdd = typed !== '' && !people.includes(typed)
  // A name that is not known yet may be the moment after: who types fast does not wait for it.
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!canAdd) return
    onChange([...people, typed])
    setTyped('')
  }
  return (
    <div className="people-field">
      {people.length > 0 && (
        <ul aria-label={t('people')}>
          {people.map((handle) => (
            <li key={handle}>
              <span dir="auto">{names.get(handle) ?? `@${handle}`}</span>
              <IconButton
                icon="x"
                label={t('takeOut', { name: names.get(handle) ?? handle })}
                onClick={() => onChange(people.filter((other) => other !== handle))}
              />
            </li>
          ))}
        </ul>
      )}
      {people.length < MOST && (
        <form className="people-field__add" onSubmit={submit}>
          <PersonField
            key={people.length}
            label={people.length === 0 ? t('people') : t('addPerson')}
            value={typed}
            error={error}
            onChange={setTyped}
          />
          <Button type="submit" disabled={!canAdd}>
            {t('add')}
          </Button>
        </form>
      )}
      <p className="hint">{t('peopleHint')}</p>
    </div>
  )
}
