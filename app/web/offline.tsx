import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { getMe } from '#features/availability/contract/people.ts'
import { listDays } from '#features/availability/contract/days.ts'
import { getToday } from '#features/delivery/contract/today.ts'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useReach } from '#platform/browser/reach.ts'
import { usePaused } from '#platform/browser/use-send.ts'
import { useWaiting } from '#platform/browser/waiting.ts'
import { formatSoon, formatTime } from '#platform/text/format-time.ts'
import { OfflineLine, UnsentLine } from '#ui/offline-line.tsx'
import { t } from './texts.ts'

/** One line while the server cannot be reached, or for what could not be sent; `zone` is the reader's, in which times are told. */
export function Offline({ zone }: { zone: string | undefined }) {
  const { state, since } = useReach()
  const unsent = useWaiting(() => true)
  const refused = unsent.filter(({ refusal }) => refusal !== null).length
  const waiting = usePaused() + unsent.length - refused
  const look = <Link to="/drafts">{t('look')}</Link>
  if (state !== 'reached') {
    return (
      <OfflineLine isSilent={state === 'silent'} since={since && zone ? formatTime(since, { zone }) : null} waiting={waiting} look={look}>
        {zone && <AsOf zone={zone} />}
      </OfflineLine>
    )
  }
  return (
    refused > 0 && (
      <UnsentLine>
        {t('unsent', { count: refused })} {look}
      </UnsentLine>
    )
  )
}

/** Answers that stand around every page, or only say who somebody is. */
const around: readonly unknown[] = [getToday.name, getMe.name, listSpaces.name, listDays.name]

/** How old what is shown is: of its answers the oldest counts. */
function AsOf({ zone }: { zone: string }) {
  const cache = useQueryClient().getQueryCache()
  const now = useNow()
  const oldest = (): number => {
    const shown = cache.findAll({ type: 'active' }).filter(({ state }) => state.data !== undefined)
    const ofPage = shown.filter(({ queryKey }) => !around.includes(queryKey[0]))
    return Math.min(...(ofPage.length > 0 ? ofPage : shown).map(({ state }) => state.dataUpdatedAt))
  }
  const at = useSyncExternalStore((then) => cache.subscribe(then), oldest)
  return Number.isFinite(at) && t('asOf', { when: formatSoon(Temporal.Instant.fromEpochMilliseconds(at), { zone, now }) })
}
