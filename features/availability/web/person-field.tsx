import { useId, useState } from 'react'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useWhole } from '#platform/browser/use-whole.ts'
import { Field } from '#ui/field.tsx'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { listPeople } from '../contract/people.ts'

interface PersonFieldProps {
  readonly label: string
  /** A handle, or a slug; empty while nobody is chosen. */
  readonly value: string
  readonly error?: string | undefined
  /** Also told how they are called, where that is known here. */
  readonly onChange: (name: string, called: string | undefined) => void
  /** Spaces can be chosen as well, by their slug. */
  readonly withSpaces?: boolean
}

const SHOWN = 20

/** Somebody, by the beginning of their name or handle; a space too, where that may be. */
export function PersonField({ label, value, error, onChange, withSpaces = false }: PersonFieldProps) {
  const list = useId()
  const [typed, setTyped] = useState(value)
  const q = typed.trim().replace(/^@/, '')
  const { data } = useAnswer(listPeople, { q, active: 'true', limit: SHOWN }, { keepLast: true })
  const spaces = useWhole(listSpaces, { archived: 'false', limit: 100 }, { enabled: withSpaces, staleTime: 60_000 }).data?.items ?? []
  const named = [
    ...(data?.items ?? []).map(({ handle, name }) => ({ key: handle, name })),
    ...spaces.map(({ slug, name }) => ({ key: slug, name })),
  ]
  const type = (text: string): void => {
    setTyped(text)
    const plain = text.trim().replace(/^@/, '').toLowerCase()
    const found = named.find(({ key, name }) => key === plain || name.toLowerCase() === plain)
    onChange(found?.key ?? (/^[a-z0-9][a-z0-9._-]*$/.test(plain) ? plain : ''), found?.name)
  }
  return (
    <Field label={label} error={error}>
      {(control) => (
        <>
          <input
            className="input"
            {...control}
            list={list}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => type(event.target.value)}
          />
          <datalist id={list}>
            {named.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
