import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { caretPlace } from '#ui/caret-place.ts'
import { type Naming, namingAt, withNamed } from './completing.ts'
import { t as about } from './completing-texts.ts'
import { t } from './texts.ts'
import { type Choice, useNamedChoices } from './use-named-choices.ts'

interface MentionTextProps {
  readonly label: string
  readonly value: string
  readonly describedBy: string
  readonly readOnly: boolean
  /** Of the thread it stands in; absent where one is opened. */
  readonly number?: number | undefined
  readonly onChange: (value: string) => void
  readonly focus?: RefObject<HTMLTextAreaElement | null>
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** A text in Markdown; `@`, `#` and `:` offer people, spaces and rotations, threads, and emoji. */
export function MentionText({ label, value, describedBy, readOnly, number, onChange, focus }: MentionTextProps) {
  const id = useId()
  const own = useRef<HTMLTextAreaElement>(null)
  const area = focus ?? own
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const found = caret === null || readOnly ? null : namingAt(value, caret)
  const naming = found?.start === closedAt ? null : found
  const choices = useNamedChoices(naming, number)
  // By name: others may be found before it meanwhile.
  const at = Math.max(
    0,
    choices.findIndex(({ value: name }) => name === chosen),
  )
  const take = ({ value: name }: Choice): void => {
    if (!naming) return
    const next = withNamed(value, naming, name)
    // At once: what is typed next goes on behind it.
    flushSync(() => {
      onChange(next.text)
      setCaret(next.caret)
    })
    area.current?.setSelectionRange(next.caret, next.caret)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (choices.length === 0 || event.metaKey || event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return
    const step = steps[event.key]
    const choice = choices[at]
    if (step !== undefined) setChosen(choices[(at + step + choices.length) % choices.length]?.value ?? null)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && choice) take(choice)
    else if (event.key === 'Escape') setClosedAt(naming?.start ?? null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const look = (to: number): void => {
    setCaret(to)
    if (to !== caret) setChosen(null)
  }
  return (
    <div className="mention">
      <textarea
        ref={area}
        className="composer__write"
        aria-label={label}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        aria-controls={choices.length > 0 ? id : undefined}
        aria-activedescendant={choices.length > 0 ? `${id}-${at}` : undefined}
        placeholder={t('replyPlaceholder')}
        dir="auto"
        rows={4}
        value={value}
        readOnly={readOnly}
        onChange={(event) => {
          look(event.target.selectionStart)
          setClosedAt(null)
          onChange(event.target.value)
        }}
        onSelect={(event) => look(event.currentTarget.selectionStart)}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
      />
      <p className="vh" role="status">
        {choices.length > 0 && about('count', { count: choices.length })}
      </p>
      {naming && choices.length > 0 && <Choices id={id} choices={choices} at={at} naming={naming} field={area} onTake={take} />}
    </div>
  )
}

interface ChoicesProps {
  readonly id: string
  readonly choices: readonly Choice[]
  readonly at: number
  readonly naming: Naming
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onTake: (choice: Choice) => void
}

const GAP = 4

/** What may be meant, beside the sign it began with. */
function Choices({ id, choices, at, naming, field, onTake }: ChoicesProps) {
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    const text = field.current
    const box = list.current
    if (!text || !box) return
    // All that is asked of the page as it stands is asked first: each change in between would lay out a long text again.
    const { top: above } = text.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = box
    const room = text.clientWidth - width
    const { left, top, line } = caretPlace(text, naming.start)
    const fits = above + top + line + height + GAP <= window.innerHeight || top < height - above
    // Measured on the screen, so not by the direction of the text.
    box.style.left = `${Math.max(0, Math.min(left, room))}px`
    box.style.top = `${fits ? top + line + GAP : top - height - GAP}px`
  })
  return (
    <ul ref={list} className="mention__list" id={id} role="listbox" aria-label={about('choices')}>
      {choices.map((choice, index) => (
        <li
          key={choice.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(choice)
          }}
        >
          <b dir="auto">{choice.label}</b> <span className="quiet">{choice.detail}</span>
        </li>
      ))}
    </ul>
  )
}
