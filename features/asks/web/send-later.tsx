import { useState } from 'react'
import { getAvailability } from '#features/availability/contract/times.ts'
import { useDays } from '#features/availability/web/use-days.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatSoon, formatTheirs } from '#platform/text/format-time.ts'
import { IconButton } from '#ui/button.tsx'
import { Menu, type MenuItem } from '#ui/menu.tsx'
import type { PostDraft } from './composing.ts'
import { MomentDialog } from './moment-dialog.tsx'
import { sendingAt, startOfTheirDay, tomorrowMorning } from './sending-at.ts'
import { t } from './texts.ts'

interface SendLaterProps {
  readonly draft: Pick<PostDraft, 'asks' | 'sendAt'>
  readonly isFixed: boolean
  readonly onChange: (sendAt: string | null) => void
}

/** Chooses when something leaves: at the start of the day of whoever is asked first, tomorrow, or at any other moment. */
export function SendLater({ draft, isFixed, onChange }: SendLaterProps) {
  const [isChoosing, setChoosing] = useState(false)
  const now = useNow()
  const zone = useMyZone()
  const start = useStartOfTheirDay(draft.asks.find(({ to }) => to !== '')?.to)
  const at = sendingAt(draft, now)
  const tomorrow = tomorrowMorning(now, zone)
  const items: (MenuItem | null)[] = [
    ...(start
      ? [
          {
            label: t('startOfDay', { name: start.name }),
            detail: formatTheirs(start.at, { zone: start.zone, now }),
            onSelect: () => onChange(start.at),
          },
        ]
      : []),
    { label: t('tomorrowMorning'), detail: formatSoon(tomorrow, { zone, now }), onSelect: () => onChange(tomorrow) },
    { label: t('anotherMoment'), icon: 'calendar-clock', onSelect: () => setChoosing(true) },
    ...(at === null ? [] : [null, { label: t('sendNowInstead'), icon: 'send' as const, onSelect: () => onChange(null) }]),
  ]
  return (
    <>
      <Menu label={t('sendLater')} items={items}>
        {(trigger) => <IconButton icon="clock" label={t('sendLater')} disabled={isFixed} {...trigger} />}
      </Menu>
      {isChoosing && <MomentDialog from={at ?? tomorrow} onChoose={onChange} onClose={() => setChoosing(false)} />}
    </>
  )
}

const A_WEEK = 8

interface Start {
  readonly name: string
  readonly zone: string
  readonly at: string
}

function useStartOfTheirDay(handle: string | undefined): Start | null {
  const now = useNow()
  const day = useDays(handle === undefined ? [] : [handle]).get(handle ?? '')
  const today = now.toZonedDateTimeISO(day?.timeZone ?? 'UTC').toPlainDate()
  const input = { handle: handle ?? '', from: today.toString(), to: today.add({ days: A_WEEK }).toString() }
  const { data } = useAnswer(getAvailability, input, { enabled: day !== undefined, staleTime: 5 * 60_000 })
  const at = data && day ? startOfTheirDay(data.working, { zone: day.timeZone, now }) : null
  return at !== null && day ? { name: day.name.split(' ')[0] ?? day.name, zone: day.timeZone, at } : null
}
