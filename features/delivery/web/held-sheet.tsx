import { Link } from '@tanstack/react-router'
import { listInbox, listInboxThreads } from '#features/inbox/contract.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { showToast } from '#ui/toast.tsx'
import { type Held, getHeld, getToday, readHeld } from '../contract/today.ts'
import { t } from './texts.ts'

const reasons = {
  ask: 'heldAsk',
  post: 'heldPost',
  answer: 'heldAnswer',
  mention: 'heldMention',
  reply: 'heldReply',
  swap: 'heldSwap',
} as const

/** What waits for the next delivery, at `next`: how much and of what kind, not what it says. */
export function HeldSheet({ held, next }: { held: Held; next: string | null }) {
  const now = useNow()
  const zone = useMyZone()
  const read = useSend(readHeld, { refreshes: [getToday, getHeld, listInbox, listInboxThreads] })
  const brought = ({ count, threads }: { count: number; threads: readonly number[] }): void =>
    showToast({ text: t('broughtNow', { count: Math.max(count, threads.length) }) })
  return (
    <Sheet
      title={t('held')}
      foot={
        <>
          {held.count > 0 && (
            <Button busy={read.isPending} onClick={() => read.mutate({}, { onSuccess: brought })}>
              {t('readNow')}
            </Button>
          )}
          <Link to="/settings/hours" className="btn btn--bare">
            {t('changeTimes')}
          </Link>
        </>
      }
    >
      <p className="big">{held.count === 0 ? t('heldNone') : t('heldItems', { count: held.count })}</p>
      <p>{next ? t('heldNext', { time: formatSoon(next, { zone, now }) }) : t('heldNoNext')}</p>
      {held.count > 0 && (
        <ul className="list-t held">
          {Object.entries(held.byReason).map(([reason, count]) => (
            <li key={reason}>
              <span>{reason in reasons ? t(reasons[reason as keyof typeof reasons]) : t('heldOther')}</span>
              <span className="num">{count}</span>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
