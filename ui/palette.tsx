import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from './icon.tsx'

export interface PaletteItem {
  readonly key: string
  readonly icon: ReactNode
  readonly label: string
  readonly detail?: string | undefined
  /** What stands at the end of its line. */
  readonly end?: ReactNode
  /** `beside`: in another window. */
  readonly choose: (beside: boolean) => void
}

export interface PaletteGroup {
  readonly title: string
  readonly items: readonly PaletteItem[]
}

interface PaletteProps {
  readonly label: string
  readonly value: string
  readonly groups: readonly PaletteGroup[]
  readonly foot: ReactNode
  readonly onChange: (value: string) => void
  readonly onClose: () => void
}

/** A field above the page and what it leads to; open as long as it is rendered. Arrows move, Enter chooses, Escape or the key back in an empty field closes. */
export function Palette({ label, value, groups, foot, onChange, onClose }: PaletteProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [pointed, setPointed] = useState<{ readonly key: string; readonly index: number } | null>(null)
  const items = groups.flatMap((group) => group.items)
  // More may be found above it meanwhile: what was moved to stays selected.
  const at = pointed === null ? -1 : items.findIndex(({ key }) => key === pointed.key)
  const index = at === -1 ? Math.min(pointed?.index ?? 0, items.length - 1) : at
  const selected = items[index]
  const point = (to: number): void => setPointed(items[to] ? { key: items[to].key, index: to } : null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) point((index + step + items.length) % Math.max(1, items.length))
    else if (event.key === 'Enter') selected?.choose(event.metaKey || event.ctrlKey)
    else if (event.key === 'Backspace' && value === '') onClose()
    else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={dialog}
      className="dialog dialog--wide pal"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <div className="pal__q">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={id}
          aria-activedescendant={selected && `${id}-${selected.key}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={label}
          dir="auto"
          value={value}
          onChange={(event) => {
            setPointed(null)
            onChange(event.target.value)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="pal__l" id={id} role="listbox" aria-label={label} tabIndex={-1}>
        {groups.map(({ title, items: within }) => (
          <div key={title} role="group" aria-label={title}>
            <h3 role="presentation">{title}</h3>
            {within.map((item) => (
              <Option
                key={item.key}
                id={`${id}-${item.key}`}
                item={item}
                isSelected={item === selected}
                onPoint={() => point(items.indexOf(item))}
              />
            ))}
          </div>
        ))}
      </div>
      <footer className="pal__f">{foot}</footer>
    </dialog>
  )
}

function Option({ id, item, isSelected, onPoint }: { id: string; item: PaletteItem; isSelected: boolean; onPoint: () => void }) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isSelected) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const choose = (event: MouseEvent): void => {
    event.preventDefault()
    item.choose(event.metaKey || event.ctrlKey)
  }
  return (
    <div ref={line} id={id} className="pi" role="option" aria-selected={isSelected} onPointerMove={onPoint} onMouseDown={choose}>
      {item.icon}
      <span dir="auto">{item.label}</span>
      {item.detail && <em>{item.detail}</em>}
      {item.end && <span className="pi__k">{item.end}</span>}
    </div>
  )
}
