import { formatList } from '#platform/text/format-span.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { CalendarForm } from '../calendar-form.ts'
import { t } from '../hours-texts.ts'
import type { CalendarPart, Joined } from './calendar-parts.ts'

interface ConflictNoticeProps {
  readonly joined: Joined
  /** What is kept now. */
  readonly theirs: CalendarForm
  readonly onSettle: (calendar: CalendarForm) => void
}

/** Hours that were changed on two devices: what each changed alone is brought together, and about the rest one is asked. */
export function ConflictNotice({ joined: { calendar, both }, theirs, onSettle }: ConflictNoticeProps) {
  const settle = (next: CalendarForm) => () => onSettle(next)
  if (both.length === 0) {
    return (
      <Notice
        acts={
          <Button small onClick={settle(calendar)}>
            {t('joinBoth')}
          </Button>
        }
      >
        {t('elsewhere')}
      </Notice>
    )
  }
  const acts = (
    <>
      <Button small onClick={settle(calendar)}>
        {t('keepMine')}
      </Button>
      <Button small kind="bare" onClick={settle({ ...calendar, ...Object.fromEntries(both.map((part) => [part, theirs[part]])) })}>
        {t('takeTheirs')}
      </Button>
    </>
  )
  return <Notice acts={acts}>{t('elsewhereBoth', { parts: formatList(both.map(partText)) })}</Notice>
}

function partText(part: CalendarPart): string {
  const keys = {
    timeZone: 'partTimeZone',
    weekly: 'partWeekly',
    focus: 'partFocus',
    overrides: 'partOverrides',
    away: 'partAway',
    travel: 'partTravel',
    deliveries: 'partDeliveries',
    urgentOutside: 'partUrgentOutside',
  } as const
  return t(keys[part])
}
