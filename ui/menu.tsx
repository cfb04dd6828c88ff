import { type CSSProperties, type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { beside } from './beside.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { Kbd } from './kbd.tsx'

export interface MenuItem {
  readonly label: string
  readonly detail?: string
  readonly icon?: IconName
  readonly keys?: string
  /** One of several: whether it is the one that holds. */
  readonly checked?: boolean
  readonly onSelect: () => void
}

interface TriggerProps {
  readonly popoverTarget: string
  readonly 'aria-haspopup': 'menu'
  readonly 'aria-expanded': boolean
}

interface MenuProps {
  readonly label: string
  /** `null` draws a line between groups. */
  readonly items: readonly (MenuItem | null)[]
  /** The button that opens it; spread what it is given over the button. */
  readonly children: (trigger: TriggerProps) => ReactNode
}

/** A list of things to do, above the page, beside its button. */
export function Menu({ label, items, children }: MenuProps) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [place, setPlace] = useState<CSSProperties>({})
  const onBeforeToggle = (event: ToggleEvent) => {
    if (event.newState !== 'open') return
    setOpen(true)
    setPlace(beside(document.querySelector(`[popovertarget="${CSS.escape(id)}"]`)))
  }
  const onToggle = (event: ToggleEvent) => {
    if (event.newState === 'open') itemsOf(menu.current)[0]?.focus()
    else setOpen(false)
  }
  return (
    <>
      {children({ popoverTarget: id, 'aria-haspopup': 'menu', 'aria-expanded': isOpen })}
      <div
        ref={menu}
        id={id}
        className="menu"
        popover="auto"
        role="menu"
        aria-label={label}
        style={place}
        onBeforeToggle={onBeforeToggle}
        onToggle={onToggle}
        onKeyDown={move}
      >
        {/* A page has many menus, and hardly one is opened. */}
        {isOpen &&
          items.map((item, index) =>
            item === null ? <hr key={index} /> : <Item key={item.label} item={item} onDone={() => menu.current?.hidePopover()} />,
          )}
      </div>
    </>
  )
}

interface OpenMenuProps extends Pick<MenuProps, 'label' | 'items'> {
  /** What it stands beside. */
  readonly at: Element | null
  readonly onClose: () => void
}

/** A menu that is open as long as it is rendered, for what was asked for by key. Focus returns to where it was. */
export function OpenMenu({ label, items, at, onClose }: OpenMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = menu.current
    element?.showPopover()
    itemsOf(element)[0]?.focus()
    return () => element?.hidePopover()
  }, [])
  return (
    <div
      ref={menu}
      className="menu"
      popover="auto"
      role="menu"
      aria-label={label}
      style={beside(at)}
      onToggle={(event) => event.newState === 'closed' && onClose()}
      onKeyDown={move}
    >
      {items.map((item, index) =>
        item === null ? <hr key={index} /> : <Item key={item.label} item={item} onDone={() => menu.current?.hidePopover()} />,
      )}
    </div>
  )
}

function Item({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const isChoice = item.checked !== undefined
  return (
    <button
      type="button"
      className="menu__item"
      role={isChoice ? 'menuitemradio' : 'menuitem'}
      aria-checked={item.checked}
      tabIndex={-1}
      onClick={() => {
        onDone()
        item.onSelect()
      }}
    >
      {item.icon && <Icon name={item.icon} />}
      <span>
        {item.label}
        {item.detail && <small>{item.detail}</small>}
      </span>
      {item.keys && <Kbd keys={item.keys} />}
      {item.checked && (
        <span className="menu__end">
          <Icon name="check" size="sm" />
        </span>
      )}
    </button>
  )
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget)
  const index = items.findIndex((item) => item === document.activeElement)
  const places: Readonly<Record<string, number>> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 }
  const place = places[event.key]
  if (place === undefined) return
  event.preventDefault()
  items.at(place % items.length)?.focus()
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('.menu__item') ?? [])]
}
