import { type KeyboardEvent, useRef, useState } from 'react'
import { areKeys } from '#features/people/rules/keys.ts'
import { IconButton } from '#ui/button.tsx'
import { Keys } from '#ui/kbd.tsx'
import { keysOf, stepOf } from '#ui/shortcut-keys.ts'
import { useKeyOf } from '#ui/shortcuts.ts'
import { keyActs } from './key-acts.ts'
import { t } from './key-texts.ts'

interface KeyRowProps {
  /** By the key it has at first. */
  readonly act: string
  readonly label: string
  /** Empty for no key; null for the first one. */
  readonly onChoose: (keys: string | null) => void
}

/** After these another key is waited for. */
const beginnings = new Set(
  keyActs.flatMap(({ acts }) => Object.keys(acts)).flatMap((act) => (act.includes(' ') ? [act.split(' ')[0]] : [])),
)
const held = new Set(['shift', 'control', 'meta', 'alt', 'capslock', 'altgraph'])

/** One act with its key, which is changed by pressing another while the row waits for it. */
export function KeyRow({ act, label, onChoose }: KeyRowProps) {
  const keys = useKeyOf(act)
  const [begun, setBegun] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const isWaiting = begun !== null
  // The button that was pressed goes with what it did: the focus stays in the row.
  const choose = (keys: string | null): void => {
    button.current?.focus()
    onChoose(keys)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (begun === null || event.key === 'Tab') return setBegun(null)
    const step = stepOf(event)
    event.preventDefault()
    event.stopPropagation()
    if (step === null || event.nativeEvent.isComposing || event.repeat || held.has(event.key.toLowerCase()) || step.startsWith('mod+'))
      return
    if (step === 'escape') return setBegun(null)
    if (begun === '' && beginnings.has(step)) return setBegun(step)
    const isTaking = step === 'delete' || step === 'backspace'
    if (!isTaking && !areKeys(step)) return
    setBegun(null)
    onChoose(isTaking ? '' : [begun, step].filter(Boolean).join(' '))
  }
  return (
    <div className="row keyrow">
      <span>{label}</span>
      <span className="acts">
        {keys !== act && !isWaiting && (
          <IconButton icon="rotate-ccw" label={t('giveBack', { key: keysOf(act).join(' '), act: label })} onClick={() => choose(null)} />
        )}
        <button
          ref={button}
          type="button"
          className="btn btn--sm keyrow__key"
          aria-label={isWaiting ? t('waiting', { act: label }) : t('changeOf', { act: label })}
          aria-pressed={isWaiting}
          onClick={() => setBegun(isWaiting ? null : '')}
          onBlur={() => setBegun(null)}
          onKeyDown={isWaiting ? onKeyDown : undefined}
        >
          {isWaiting ? (
            begun === '' ? (
              t('press')
            ) : (
              t('pressNext', { first: keysOf(begun).join(' ') })
            )
          ) : keys === '' ? (
            t('noKey')
          ) : (
            <Keys keys={keys} />
          )}
        </button>
        {keys !== '' && !isWaiting && <IconButton icon="x" label={t('takeAway', { act: label })} onClick={() => choose('')} />}
      </span>
    </div>
  )
}
