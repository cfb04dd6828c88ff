import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Icon } from '#ui/icon.tsx'
import { completed } from '../rules/completing.ts'
import { t } from './texts.ts'
import { useCompletions } from './use-completions.ts'

interface SearchFieldProps {
  readonly value: string
  /** At the end of its line: how much was found. */
  readonly aside: ReactNode
  readonly onChange: (value: string) => void
  /** Enter, where nothing is being completed; it leaves the field. */
  readonly onEnter: () => void
}

/** The field of the page of search. Operators and their values are offered as they are written: arrows choose, Enter or Tab takes, Escape closes. */
export function SearchField({ value, aside, onChange, onEnter }: SearchFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [caret, setCaret] = useState(value.length)
  const [index, setIndex] = useState(-1)
  const [isClosed, setClosed] = useState(false)
  const { part, completions } = useCompletions(value, caret)
  const isOpen = !isClosed && completions.length > 0
  const take = (chosen: string): void => {
    if (part === null) return
    const next = completed(value, part, chosen)
    setIndex(-1)
    setCaret(next.caret)
    // At once: what is typed next goes on behind it.
    flushSync(() => onChange(next.text))
    input.current?.setSelectionRange(next.caret, next.caret)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = completions[event.key === 'Tab' && index < 0 ? 0 : index]
    if (isOpen && step !== undefined) setIndex((Math.max(index, step < 0 ? 0 : -1) + step + completions.length) % completions.length)
    else if (isOpen && chosen && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))) take(chosen.value)
    else if (isOpen && event.key === 'Escape') setClosed(true)
    else if (event.key === 'Enter') {
      // From here on the keys are those of the list.
      input.current?.blur()
      onEnter()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="sq mention">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={t('field')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen && index >= 0 ? `${id}-${index}` : undefined}
        aria-autocomplete="list"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        placeholder={t('placeholder')}
        dir="auto"
        value={value}
        onChange={(event) => {
          setCaret(event.target.selectionStart ?? event.target.value.length)
          setIndex(-1)
          setClosed(false)
          onChange(event.target.value)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? value.length)}
        onBlur={() => setClosed(true)}
        onKeyDown={onKeyDown}
      />
      <span className="sq__aside">{aside}</span>
      {isOpen && (
        <ul className="mention__list" id={id} role="listbox" aria-label={t('completions')}>
          {completions.map((completion, at) => (
            <li
              key={completion.value}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === index}
              onMouseDown={(event) => {
                event.preventDefault()
                take(completion.value)
              }}
            >
              <b>{completion.value}</b> <span className="quiet">{completion.detail}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
