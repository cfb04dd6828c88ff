import { useDays } from '#features/availability/web/use-days.ts'
import { useMe, useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { usePages } from '#platform/browser/use-pages.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { type InboxItem, listInbox, listInboxThreads } from '../contract.ts'
import { FollowedThreads } from './followed-threads.tsx'
import { InboxRow } from './inbox-row.tsx'
import { MoreRows } from './more-rows.tsx'
import { t } from './texts.ts'
import { MarkedLine } from './triage/marked-line.tsx'
import { rowOfItem, rowOfThread } from './triage/rows.ts'
import { useTriage } from './triage/use-triage.ts'
import { staysUncleared } from '../rules/clearing.ts'
import { useArrived } from './use-arrived.ts'
import { PIECE, isClearedBy, useClearWaits } from './use-clear-inbox.ts'

type State = InboxItem['state']
const refreshes = [listInbox, listInboxThreads]

/** One part of the inbox: what came by name and, of what is open, what is new in followed threads; gone through as one list. */
export function InboxRows({ state }: { state: State }) {
  const isOpen = state === 'open'
  const pages = usePages(listInbox, { state, limit: PIECE })
  const followed = usePages(listInboxThreads, { limit: PIECE }, { enabled: isOpen })
  const isCleared = isClearedBy(useClearWaits(), pages.first?.through ?? 0) && isOpen
  const items = useArrived(isCleared ? pages.items?.filter(staysUncleared) : pages.items, ({ id }) => id)
  const threads = useArrived(isCleared ? [] : followed.items, ({ number }) => String(number))
  // Threads may be answered first; the list begins with what came by name.
  const rows = pages.items ? [...items.shown.map(rowOfItem), ...threads.shown.map(rowOfThread)] : []
  const triage = useTriage(rows, { group: t('keysGroup'), refreshes, acts: isOpen })
  const days = useDays(items.shown.map(askerOf))
  const arrived = items.waiting.length + threads.waiting.length
  if (pages.error && !pages.items) {
    return (
      <Empty title={t('failedTitle')} act={<Button onClick={pages.again}>{t('tryAgain')}</Button>}>
        {pages.error.message}
      </Empty>
    )
  }
  if (!pages.items) return <Skeleton shape="rows" />
  const left = triage.rows.filter(({ item }) => item !== null)
  const showArrived = (): void => {
    const first = [...items.waiting.map(rowOfItem), ...threads.waiting.map(rowOfThread)][0]
    items.show()
    threads.show()
    if (first) setTimeout(() => triage.walk.go(first.key))
  }
  return (
    <>
      {arrived > 0 && (
        <p className="cut">
          <Button small onClick={showArrived}>
            {t('arrived', { count: arrived })}
          </Button>
        </p>
      )}
      <MarkedLine triage={triage} />
      {left.length === 0 && !pages.hasMore && <NoItems state={state} />}
      {left.length > 0 && (
        <div className="items">
          {left.map(
            (row) => row.item && <InboxRow key={row.key} row={row} item={row.item} day={days.get(askerOf(row.item))} triage={triage} />,
          )}
        </div>
      )}
      <MoreRows list={pages} oldest={items.shown.at(-1)?.deliveredAt} triage={triage} of={rowOfItem} />
      <FollowedThreads triage={triage}>
        <MoreRows list={followed} oldest={threads.shown.at(-1)?.at} triage={triage} of={rowOfThread} />
      </FollowedThreads>
      {triage.opened && <triage.opened.parts.Dialogs triage={triage} />}
    </>
  )
}

const askerOf = ({ from, ask }: InboxItem): string => from?.handle ?? ask?.from.handle ?? ''

function NoItems({ state }: { state: State }) {
  const me = useMe()?.person.handle
  const now = useNow()
  const zone = useMyZone()
  const next = useDays(me ? [me] : []).get(me ?? '')?.nextDelivery
  if (state === 'snoozed') return <Empty title={t('emptySnoozed')} />
  if (state === 'done') return <Empty title={t('emptyDone')} />
  return <Empty title={t('emptyOpen')}>{next ? t('emptyOpenMore', { time: formatSoon(next, { zone, now }) }) : t('emptyOpenLater')}</Empty>
}
