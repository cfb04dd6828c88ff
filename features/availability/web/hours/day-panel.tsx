import { type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { formatList } from '#platform/text/format-span.ts'
import { formatWeekdayName } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Menu } from '#ui/menu.tsx'
import { weekdaysInOrder } from '#platform/text/week.ts'
import type { Interval } from '../calendar-form.ts'
import { IntervalsEditor } from '../intervals-editor.tsx'
import { type Block, blockOf, intervalOf } from './blocks.ts'
import { blockText } from './block-words.ts'
import type { Column, Kind } from './columns.ts'
import { t } from './grid-texts.ts'

interface DayPanelProps {
  readonly panel: RefObject<HTMLElement | null>
  readonly column: Column
  /** What the server refused of this day. */
  readonly error: string | undefined
  readonly onBlocks: (kind: Kind, blocks: readonly Block[]) => void
  /** Back to the week. */
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** The exact times of one day, typed, and what else can be done with it. */
export function DayPanel({ panel, column, error, onBlocks, onLeave, children }: DayPanelProps) {
  const { name, blocks, fixed } = column
  const already = fixed.filter(({ kind }) => kind === 'focus').map(blockText)
  const editor = (kind: 'work' | 'focus', first: Interval): ReactNode => (
    <div className="dayp__row" data-edits={kind}>
      <b>{kind === 'work' ? t('workOf') : t('focusOf')}</b>
      <IntervalsEditor
        what={kind === 'work' ? t('workOf') : t('focusOf')}
        day={name}
        intervals={blocks[kind].map(intervalOf)}
        addLabel={kind === 'work' ? t('addHours') : t('addFocus')}
        first={first}
        onChange={(next) => onBlocks(kind, next.map(blockOf))}
      />
    </div>
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.target instanceof HTMLButtonElement) return
    // Here Escape leads back to the week, and not out of it.
    event.preventDefault()
    onLeave()
  }
  return (
    <section className="dayp" ref={panel} aria-label={t('exactOf', { day: name })} onKeyDown={onKeyDown}>
      <h3>{name}</h3>
      {editor('work', ['09:00', '17:00'])}
      {editor('focus', ['09:00', '11:00'])}
      {already.length > 0 && <p className="hint">{t('focusAlready', { hours: formatList(already) })}</p>}
      {error !== undefined && <p className="hint hint--stop">{error}</p>}
      {children}
    </section>
  )
}

/** Puts the focus on the exact times of a block. */
export function focusTimes(panel: HTMLElement | null, kind: Kind | undefined, index: number): void {
  const inputs = panel?.querySelectorAll<HTMLElement>(`[data-edits="${kind ?? 'work'}"] .iv input:first-of-type`)
  const target = inputs?.[index] ?? panel?.querySelector<HTMLElement>('input, button')
  target?.focus()
}

/** Puts the hours of a weekday onto others. */
export function CopyDay({ column: { key, name }, onCopy }: { column: Column; onCopy: (to: readonly string[]) => void }) {
  const others = weekdaysInOrder()
    .map(String)
    .filter((day) => day !== key)
  const items = [
    { label: t('copyWorkdays'), onSelect: () => onCopy(others.filter((day) => day < '6')) },
    { label: t('copyAll'), onSelect: () => onCopy(others) },
    null,
    ...others.map((day) => ({ label: formatWeekdayName(Number(day)), onSelect: () => onCopy([day]) })),
  ]
  return (
    <div className="acts">
      <Menu label={t('copyTo', { day: name })} items={items}>
        {(trigger) => (
          <Button small icon="copy" {...trigger}>
            {t('copyTo', { day: name })}
          </Button>
        )}
      </Menu>
    </div>
  )
}
