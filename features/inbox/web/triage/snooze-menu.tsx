import type { QueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { MomentDialog } from '#features/asks/web/moment-dialog.tsx'
import { getAvailability } from '#features/availability/contract/times.ts'
import { useMe, useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { answerOptions, useAnswer } from '#platform/browser/use-answer.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { type MenuItem, OpenMenu } from '#ui/menu.tsx'
import { t } from './snooze-texts.ts'
import { snoozeTimes } from './snooze-times.ts'

interface SnoozeMenuProps {
  readonly beside: Element | null
  readonly onChoose: (until: { at: string; said: string }) => void
  readonly onClose: () => void
}

const TWO_WEEKS = 14
const fresh = { staleTime: 5 * 60_000 }

interface Reader {
  readonly handle: string | undefined
  readonly zone: string
  readonly now: Temporal.Instant
}

function asked({ handle = '', zone, now }: Reader) {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  return { handle, from: today.toString(), to: today.add({ days: TWO_WEEKS }).toString() }
}

/** Learns when the reader works, so that the menu is right when it is there. Without a network it goes by nine o’clock. */
export async function prepareSnooze(client: QueryClient, reader: Reader): Promise<void> {
  if (reader.handle === undefined || !navigator.onLine) return
  await client.fetchQuery({ ...answerOptions(getAvailability, asked(reader)), ...fresh }).catch(() => null)
}

/** When something that is put off comes back, in the reader’s own working days. */
export function SnoozeMenu({ beside, onChoose, onClose }: SnoozeMenuProps) {
  const [isChoosing, setChoosing] = useState(false)
  const goesOn = useRef(false)
  const now = useNow()
  const zone = useMyZone()
  const handle = useMe()?.person.handle
  const { data } = useAnswer(getAvailability, asked({ handle, zone, now }), { enabled: handle !== undefined, ...fresh })
  const { laterToday, nextDay, nextWeek } = snoozeTimes(data?.working ?? [], { zone, now })
  const said = (at: string): string => formatSoon(at, { zone, now })
  const item = (label: string, at: string): MenuItem => ({ label, detail: said(at), onSelect: () => onChoose({ at, said: said(at) }) })
  if (isChoosing) return <MomentDialog from={nextDay} onChoose={(at) => onChoose({ at, said: said(at) })} onClose={onClose} />
  const dateOf = (instant: Temporal.Instant): Temporal.PlainDate => instant.toZonedDateTimeISO(zone).toPlainDate()
  const isTomorrow = dateOf(Temporal.Instant.from(nextDay)).equals(dateOf(now).add({ days: 1 }))
  const choose = (): void => {
    goesOn.current = true
    setChoosing(true)
  }
  // The menu closes for the dialog too.
  const closed = (): void => void setTimeout(() => goesOn.current || onClose())
  const items: MenuItem[] = [
    ...(laterToday === null ? [] : [item(t('laterToday'), laterToday)]),
    item(t(isTomorrow ? 'tomorrow' : 'nextDay'), nextDay),
    ...(nextWeek === nextDay ? [] : [item(t('nextWeek'), nextWeek)]),
    { label: t('moment'), icon: 'calendar-clock', onSelect: choose },
  ]
  return <OpenMenu label={t('later')} items={items} at={beside} onClose={closed} />
}
