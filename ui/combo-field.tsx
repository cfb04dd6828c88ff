import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Field } from './field.tsx'

export interface Choice {
  readonly key: string
  readonly label: string
  readonly detail: string
}

interface ComboFieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** What is chosen, as it is called. */
  readonly called: string
  /** What fits what is typed, best first; what is offered unasked while nothing is. */
  readonly choicesFor: (typed: string) => readonly Choice[]
  /** Said where nothing fits. */
  readonly none: string
  readonly onChoose: (choice: Choice) => void
}

/** One of many, found by typing: arrows open the list and move, Enter takes, Escape leaves all as it was. Who goes on takes what is marked. */
export function ComboField({ label, hint, error, called, choicesFor, none, onChoose }: ComboFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [index, setIndex] = useState(0)
  const choices = isOpen || typed !== null ? choicesFor(typed ?? '') : []
  const isUnknown = typed !== null && typed.trim() !== '' && choices.length === 0
  useEffect(() => {
    input.current?.setCustomValidity(isUnknown ? none : '')
  }, [isUnknown, none])
  const close = (): void => {
    setOpen(false)
    setTyped(null)
    setIndex(0)
  }
  const take = (choice: Choice | undefined): void => {
    close()
    if (choice) onChoose(choice)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      setOpen(true)
      if (isOpen) setIndex((index + step + choices.length) % Math.max(1, choices.length))
    } else if (event.key === 'Enter' && isOpen && choices[index]) take(choices[index])
    else if (event.key === 'Escape' && (isOpen || typed !== null)) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Field label={label} hint={hint} error={isUnknown ? none : error}>
      {(control) => (
        <div className="mention">
          <input
            ref={input}
            className="input"
            {...control}
            role="combobox"
            aria-expanded={isOpen && choices.length > 0}
            aria-controls={isOpen ? `${id}-list` : undefined}
            aria-activedescendant={isOpen && choices[index] ? `${id}-${index}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            required
            dir="auto"
            value={typed ?? called}
            onFocus={(event) => event.target.select()}
            onClick={() => setOpen(true)}
            onChange={(event) => {
              setTyped(event.target.value)
              setIndex(0)
              setOpen(true)
            }}
            onBlur={() => {
              if (isUnknown) setOpen(false)
              else take(typed?.trim() ? choices[index] : undefined)
            }}
            onKeyDown={onKeyDown}
          />
          {isOpen && choices.length > 0 && <Choices id={id} label={label} choices={choices} index={index} onTake={take} />}
        </div>
      )}
    </Field>
  )
}

interface ChoicesProps {
  readonly id: string
  readonly label: string
  readonly choices: readonly Choice[]
  readonly index: number
  readonly onTake: (choice: Choice) => void
}

function Choices({ id, label, choices, index, onTake }: ChoicesProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // Newer browsers answer with a promise, which is nothing to clean up with.
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }, [index])
  return (
    <ul ref={list} className="mention__list" style={{ inlineSize: '100%' }} id={`${id}-list`} role="listbox" aria-label={label}>
      {choices.map((choice, at) => (
        <li
          key={choice.key}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === index}
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(choice)
          }}
        >
          <b dir="auto">{choice.label}</b>{' '}
          <span className="quiet num" dir="auto">
            {choice.detail}
          </span>
        </li>
      ))}
    </ul>
  )
}
