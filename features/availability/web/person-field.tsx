import { useEffect, useId, useRef, useState } from 'react'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useWhole } from '#platform/browser/use-whole.ts'
import { Field } from '#ui/field.tsx'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { listPeople } from '../contract/people.ts'

interface PersonFieldProps {
  readonly label: string
  /** A handle, or a slug; empty while nobody is named. */
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
  const [typed, setTyped] = useState({ text: value, value })
  // What is put there from elsewhere, as a draft is, stands in place of what was typed.
  const shown = typed.value === value ? typed.text : value
  const q = shown.trim().replace(/^@/, '')
  const { data } = useAnswer(listPeople, { q, active: 'true', limit: SHOWN }, { keepLast: true })
  const spaces = useWhole(listSpaces, { archived: 'false', limit: 100 }, { enabled: withSpaces, staleTime: 60_000 }).data?.items ?? []
  const named = [
    ...(data?.items ?? []).map(({ handle, name }) => ({ key: handle, name })),
    ...spaces.map(({ slug, name }) => ({ key: slug, name })),
  ]
  const plainOf = (text: string): string => text.trim().replace(/^@/, '').toLowerCase()
  const meantBy = (plain: string) => named.find(({ key, name }) => key === plain || name.toLowerCase() === plain)
  const told = useRef<string | null>(null)
  const tell = (text: string): void => {
    const plain = plainOf(text)
    const found = meantBy(plain)
    // Where nobody is called so, whoever is told refuses it: it is not as if nothing had been written.
    const name = found?.key ?? plain
    told.current = name
    setTyped({ text, value: name })
    onChange(name, found?.name)
  }
  // Who types or pastes a whole name does not wait until it is known whose it is.
  useEffect(() => {
    const found = meantBy(plainOf(shown))
    if (found && told.current === value && value !== found.key) tell(shown)
  })
  return (
    <Field label={label} error={error}>
      {(control) => (
        <>
          <input
            className="input"
            {...control}
            list={list}
            value={shown}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => tell(event.target.value)}
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
