import { type FocusEvent, type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { useDays } from '#features/availability/web/use-days.ts'
import { classes } from '#ui/classes.ts'
import { isRightToLeft } from '#ui/direction.ts'
import { Icon } from '#ui/icon.tsx'
import { useAfterPress } from '#ui/use-after-press.ts'
import { firstName } from '../rules/owner.ts'
import { t as about } from './completing-texts.ts'
import { t as pill } from './pill-texts.ts'
import { t } from './texts.ts'
import { type Choice, useReceiverChoices } from './use-named-choices.ts'
import { useReceiverNames } from './use-receiver-names.ts'

interface ReceiverPillProps {
  /** A handle, or a slug; empty while nobody is chosen. */
  readonly value: string
  /** Of the thread it stands in; absent where one is opened. */
  readonly number: number | undefined
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

const SHOWN = 8
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Of whom something is asked: a person, a space or a rotation, found by the beginning of a name. */
export function ReceiverPill({ value, number, error, onChange }: ReceiverPillProps) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  /** What was typed since the pill was entered; null while nothing was. */
  const [typed, setTyped] = useState<string | null>(null)
  const [isEntered, setEntered] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const [index, setIndex] = useState(-1)
  const afterPress = useAfterPress()
  const found = useReceiverChoices(isOpen ? plainOf(typed ?? '') : undefined, number)
  const choices = found.slice(0, SHOWN)
  const isListed = isOpen && choices.length > 0
  const exactly = (plain: string): string | undefined =>
    found.find(({ value: key, label }) => key === `@${plain}` || label.toLowerCase() === plain)?.value.slice(1)
  const take = (choice: Choice): void => {
    onChange(choice.value.slice(1))
    setTyped(null)
    setOpen(false)
    setIndex(-1)
  }
  const type = (text: string): void => {
    const plain = plainOf(text)
    setTyped(text)
    setOpen(true)
    setIndex(-1)
    onChange(exactly(plain) ?? '')
  }
  const meant = typed === null ? undefined : exactly(plainOf(typed))
  // Who is meant may be known only after it was typed.
  useEffect(() => {
    if (meant !== undefined && meant !== value) onChange(meant)
  })
  // Who is not looked up yet, or cannot be while offline, may be there all the same; where nobody is called so, it is refused and not left out.
  const keepTyped = (): boolean => {
    const plain = plainOf(typed ?? '')
    const isNew = value === '' && plain !== ''
    if (isNew) onChange(plain)
    return isNew
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // What is sent by keys waits for whom it asks.
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && keepTyped()) event.stopPropagation()
    if (event.metaKey || event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return
    const step = steps[event.key]
    const chosen = choices[index]
    if (step !== undefined && !isListed) setOpen(true)
    else if (step !== undefined) setIndex((Math.max(index, step < 0 ? 0 : -1) + step + choices.length) % choices.length)
    else if (isListed && event.key === 'Enter') take(chosen ?? choices[0] ?? { value: `@${value}`, label: '', detail: '' })
    else if (isListed && event.key === 'Escape') setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onBlur = (event: FocusEvent): void => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    setOpen(false)
    const isNamed = keepTyped() || value !== ''
    afterPress(() => {
      if (document.activeElement === field.current) return
      setEntered(false)
      if (isNamed) setTyped(null)
    })
  }
  return (
    <span
      className={classes(
        'pill',
        'askp__pill',
        'askp__who',
        value === '' && 'is-empty',
        isEntered && 'is-entered',
        error !== undefined && 'is-wrong',
      )}
      onBlur={onBlur}
    >
      <Receiver value={value} isEntered={isEntered} />
      <input
        ref={field}
        role="combobox"
        aria-label={t('askOf')}
        title={t('askOf')}
        aria-expanded={isListed}
        aria-controls={isListed ? id : undefined}
        aria-activedescendant={isListed && index >= 0 ? `${id}-${index}` : undefined}
        aria-autocomplete="list"
        aria-invalid={error === undefined ? undefined : true}
        autoComplete="off"
        spellCheck={false}
        placeholder={pill('whom')}
        value={typed ?? value}
        onFocus={(event) => {
          setEntered(true)
          event.currentTarget.select()
        }}
        onClick={() => setOpen(true)}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {isListed && <Choices id={id} choices={choices} index={index} onTake={take} />}
    </span>
  )
}

const plainOf = (text: string): string => text.trim().replace(/^@/, '').toLowerCase()

/** Who is chosen, with the sky where they are; while that can be changed, that it is somebody. */
function Receiver({ value, isEntered }: { value: string; isEntered: boolean }) {
  const day = useDays(value === '' ? [] : [value]).get(value)
  const name = useReceiverNames(value === '' ? [] : [value]).get(value)
  if (value === '' || isEntered) return <Icon name="user-round" />
  return (
    <span className="askp__shown" aria-hidden="true">
      {day ? (
        <PersonAvatar name={day.name} zone={day.timeZone} size="xs" />
      ) : (
        <Icon name={name === undefined ? 'at-sign' : 'users-round'} />
      )}
      <span dir="auto">{day ? firstName(day.name) : (name ?? value)}</span>
    </span>
  )
}

interface ChoicesProps {
  readonly id: string
  readonly choices: readonly Choice[]
  readonly index: number
  readonly onTake: (choice: Choice) => void
}

const GAP = 4

/** Who can be asked, below the pill or, low on the screen, above it; within the composer. */
function Choices({ id, choices, index, onTake }: ChoicesProps) {
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    const box = list.current
    const pillBox = box?.parentElement?.getBoundingClientRect()
    const room = box?.closest('fieldset')?.getBoundingClientRect()
    if (!box || !pillBox || !room) return
    const { offsetWidth: width, offsetHeight: height } = box
    const wanted = isRightToLeft() ? pillBox.right - width : pillBox.left
    const isAbove = pillBox.bottom + height + GAP > window.innerHeight && pillBox.top > height + GAP
    // Measured on the screen, so not by the direction of the text.
    box.style.left = `${Math.max(room.left, Math.min(wanted, room.right - width)) - pillBox.left}px`
    box.style.top = `${isAbove ? -height - GAP : pillBox.height + GAP}px`
  })
  return (
    <ul ref={list} className="mention__list askp__list" id={id} role="listbox" aria-label={about('choices')}>
      {choices.map((choice, at) => (
        <li
          key={choice.value}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === index}
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(choice)
          }}
        >
          <b dir="auto">{choice.label}</b>{' '}
          <span className="quiet" dir="auto">
            {choice.detail}
          </span>
        </li>
      ))}
    </ul>
  )
}
