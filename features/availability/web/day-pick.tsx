import { type CSSProperties, type ToggleEvent, useId, useRef, useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { formatDate } from '#platform/text/format-time.ts'
import { beside } from '#ui/beside.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { t } from './people-texts.ts'
import { PickMonth } from './pick-month.tsx'
import style from './day-pick.css?url'

interface DayPickProps {
  /** Dates, such as `2026-11-17`. */
  readonly date: string
  readonly today: string
  readonly onChange: (date: string) => void
}

/** The day that is looked at, in words; pressed, a month to choose another one from. */
export function DayPick({ date, today, onChange }: DayPickProps) {
  const now = useNow()
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [place, setPlace] = useState<CSSProperties>({})
  const said = date === today ? t('today') : formatDate(`${date}T12:00:00Z`, { zone: 'UTC', now })
  const onBeforeToggle = ({ newState }: ToggleEvent): void => {
    if (newState === 'open') setPlace(beside(document.querySelector(`[popovertarget="${CSS.escape(id)}"]`)))
    setOpen(newState === 'open')
  }
  const take = (chosen: string): void => {
    panel.current?.hidePopover()
    onChange(chosen)
  }
  return (
    <>
      <link rel="stylesheet" href={style} precedence="page" />
      <Button popoverTarget={id} aria-haspopup="dialog" aria-expanded={isOpen} aria-label={t('dayShown', { day: said })}>
        <span className="num">{said}</span>
        <Icon name="chevron-down" size="sm" />
      </Button>
      <div
        ref={panel}
        id={id}
        className="menu dayp-pop"
        popover="auto"
        role="dialog"
        aria-label={t('toDate')}
        style={place}
        onBeforeToggle={onBeforeToggle}
      >
        {isOpen && <PickMonth date={date} today={today} onTake={take} />}
      </div>
    </>
  )
}
