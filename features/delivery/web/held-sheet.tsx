import { Link } from '@tanstack/react-router'
import { listInbox, listInboxThreads } from '#features/inbox/contract.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { millisecondsOf } from '#platform/text/moment.ts'
import { Button } from '#ui/button.tsx'
import { Phrase } from '#ui/phrase.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { showToast } from '#ui/toast.tsx'
import { type Held, getHeld, getToday, readHeld } from '../contract/today.ts'
import { t } from './texts.ts'

const kinds: Readonly<Record<string, Kind>> = {
  ask: 'heldAsk',
  cover: 'heldAsk',
  post: 'heldPost',
  answer: 'heldAnswer',
  mention: 'heldMention',
  reply: 'heldReply',
  swap: 'heldSwap',
  declined: 'heldChange',
  withdrawn: 'heldChange',
  expired: 'heldChange',
  passed: 'heldChange',
  moved: 'heldChange',
  returned: 'heldChange',
  taken: 'heldChange',
  given: 'heldChange',
  'was due': 'heldChange',
}
type Kind = 'heldAsk' | 'heldPost' | 'heldAnswer' | 'heldMention' | 'heldReply' | 'heldSwap' | 'heldChange' | 'heldOther'

interface HeldSheetProps {
  readonly held: Held
  /** When the next of it comes. */
  readonly next: string | null
  readonly focus: readonly { readonly end: string }[]
}

/** What waits for the next delivery, at `next`: how much and of what kind, not what it says; and that nothing is lost by waiting. */
export function HeldSheet({ held, next, focus }: HeldSheetProps) {
  const read = useSend(readHeld, { refreshes: [getToday, getHeld, listInbox, listInboxThreads] })
  const brought = ({ count, threads }: { count: number; threads: readonly number[] }): void =>
    showToast({ text: t('broughtNow', { count: Math.max(count, threads.length) }) })
  return (
    <Sheet
      title={t('held')}
      foot={
        <>
          {held.count > 0 && (
            <Button small busy={read.isPending} onClick={() => read.mutate({}, { onSuccess: brought })}>
              {t('readNow')}
            </Button>
          )}
          <Link to="/settings/hours" className="btn btn--bare btn--sm">
            {t('changeTimes')}
          </Link>
        </>
      }
    >
      <p className="big">{held.count === 0 ? t('heldNone') : t('heldItems', { count: held.count })}</p>
      <When held={held} next={next} endsFocus={focus.some(({ end }) => end === next)} />
      {held.count > 0 && <Kinds held={held} />}
    </Sheet>
  )
}

function When({ held, next, endsFocus }: { held: Held; next: string | null; endsFocus: boolean }) {
  const manner = { zone: useMyZone(), now: useNow() }
  if (next === null) return <p>{t('heldNoNext')}</p>
  const { earliestDue } = held
  const isBefore = earliestDue !== null && millisecondsOf(earliestDue) < millisecondsOf(next)
  return (
    <p>
      <Phrase
        of={t.parts(endsFocus ? 'heldNextFocus' : 'heldNext', {
          time: (
            <b className="num" dir="auto">
              {formatSoon(next, manner)}
            </b>
          ),
        })}
      />{' '}
      {held.count > 0 && (isBefore ? t('heldBefore', { time: formatSoon(earliestDue, manner) }) : t('heldNotBefore'))}
    </p>
  )
}

function Kinds({ held }: { held: Held }) {
  const manner = { zone: useMyZone(), now: useNow() }
  const counts = new Map<Kind, number>()
  for (const [reason, count] of Object.entries(held.byReason)) {
    const kind = kinds[reason] ?? 'heldOther'
    counts.set(kind, (counts.get(kind) ?? 0) + count)
  }
  const due = held.earliestDue
  return (
    <ul className="list-t held">
      {[...counts].map(([kind, count]) => (
        <li key={kind}>
          <span>{kind === 'heldAsk' && due !== null ? t('heldAskDue', { time: formatSoon(due, manner) }) : t(kind)}</span>
          <span className="num">{count}</span>
        </li>
      ))}
    </ul>
  )
}
