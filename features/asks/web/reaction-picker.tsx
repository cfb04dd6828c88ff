import { stepAcross } from '#ui/direction.ts'
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { emojiOf } from '#features/threads/rules/reactions.ts'
import { beside } from '#ui/beside.ts'
import { type EmojiName, findEmoji } from './emoji-names.ts'
import { t } from './post-texts.ts'

interface ReactionPickerProps {
  /** What it stands beside. */
  readonly button: HTMLElement
  readonly onChoose: (emoji: string) => void
  readonly onClose: () => void
}

const COLUMNS = 8
const steps: Readonly<Record<string, number>> = { ArrowDown: COLUMNS, ArrowUp: -COLUMNS }

/** Emoji to choose one from, found by name; arrows move, Enter chooses, Escape closes. One that is pasted can be chosen as well. */
export function ReactionPicker({ button, onChoose, onClose }: ReactionPickerProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [q, setQ] = useState('')
  const [index, setIndex] = useState(0)
  const found = foundBy(q)
  const chosen = found[Math.min(index, found.length - 1)]
  useLayoutEffect(() => {
    const element = box.current
    element?.showPopover()
    element?.querySelector('input')?.focus()
    return () => element?.hidePopover()
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key] ?? stepAcross(event.key)
    if (event.nativeEvent.isComposing) return
    if (step !== 0) setIndex(moved(Math.min(index, found.length - 1), step, found.length))
    else if (event.key === 'Enter' && chosen) onChoose(chosen.emoji)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={box}
      className="menu picker"
      popover="auto"
      role="dialog"
      aria-label={t('react')}
      style={beside(button)}
      onToggle={(event) => event.newState === 'closed' && onClose()}
    >
      <input
        className="input"
        type="search"
        role="combobox"
        aria-label={t('findReaction')}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={chosen && `${id}-${chosen.emoji}`}
        autoComplete="off"
        placeholder={t('findReaction')}
        value={q}
        onChange={(event) => {
          setIndex(0)
          setQ(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="picker__all" id={id} role="listbox" aria-label={t('reactions')} tabIndex={-1}>
        {found.map((one) => (
          <span
            key={one.emoji}
            id={`${id}-${one.emoji}`}
            className="picker__one"
            role="option"
            aria-label={one.name}
            aria-selected={one === chosen}
            title={one.name}
            ref={one === chosen ? show : undefined}
            onMouseDown={(event) => {
              event.preventDefault()
              onChoose(one.emoji)
            }}
          >
            {one.emoji}
          </span>
        ))}
      </div>
      <p className="picker__name" aria-hidden="true">
        {chosen ? chosen.name : t('noReaction')}
      </p>
    </div>
  )
}

function foundBy(q: string): EmojiName[] {
  const written = emojiOf(q)
  return written === null ? findEmoji(q) : [{ emoji: written, name: written, words: written }]
}

/** Stays where it is rather than leave the grid. */
function moved(from: number, step: number, count: number): number {
  const to = from + step
  return to >= 0 && to < count ? to : from
}

function show(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
