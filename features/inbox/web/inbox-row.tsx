import type { Day } from '#features/availability/contract/days.ts'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { showsRotations } from '#features/availability/web/shows-rotations.ts'
import { SwapButtons } from '#features/availability/web/swap-buttons.tsx'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { AskWaits, useAsksWaiting } from '#features/asks/web/ask-waits.tsx'
import { TakeButton } from '#features/asks/web/take-button.tsx'
import { useNow } from '#platform/browser/now.tsx'
import { useQueue } from '#platform/browser/use-queue.ts'
import { useWaiting } from '#platform/browser/waiting.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { classes } from '#ui/classes.ts'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { type InboxItem, changeInboxItem, listInbox } from '../contract.ts'
import { ItemLink } from './item-link.tsx'
import { ItemWaits } from './item-waits.tsx'
import { t } from './texts.ts'
import { RowActs, RowBelow } from './triage/row-acts.tsx'
import { type TriageRow, isDoable } from './triage/rows.ts'
import type { Triage } from './triage/use-triage.ts'
import { shiftText, whyText } from './why-text.ts'

interface InboxRowProps {
  readonly row: TriageRow
  readonly item: InboxItem
  readonly day: Day | undefined
  readonly triage: Triage
}

/** One thing that waits: from whom, why, in which thread, when it is due. */
export function InboxRow({ row, item, day, triage }: InboxRowProps) {
  const now = useNow()
  const zone = useMyZone()
  const manner = { zone, now }
  const line = `inbox:${item.id}`
  const change = useQueue(changeInboxItem, { line, about: item.title, replaces: true, refreshes: [listInbox] })
  const [waiting] = useWaiting((one) => one.line === line)
  const isActedOn = useAsksWaiting().has(item.ask?.id ?? '')
  const isAsk = row.ask !== null
  const isOffered = item.state !== 'done' && row.ask?.may.take
  const isSelected = triage.walk.at === row.key
  const isMarked = triage.marked.has(row.key)
  const isOpen = item.state === 'open'
  const name = item.from?.name ?? item.ask?.from.name ?? ''
  return (
    <article className={classes('item', isSelected && 'is-sel', isMarked && 'is-marked')} {...triage.walk.row(row.key)}>
      <PersonAvatar name={name} zone={day?.timeZone} />
      <div className="item__body">
        <p className="item__why">
          {isMarked && <Icon name="check" size="sm" />}
          {whyText(item, manner)}
          <span className="quiet">
            {item.space && `${t('in', { space: item.space.name })}, `}
            {formatSoon(item.at, manner)}
          </span>
        </p>
        <h3 className="item__t" dir="auto">
          <ItemLink item={item} />
        </h3>
        {item.swap && <p className="item__x num">{shiftText(item.swap, manner)}</p>}
        {item.excerpt !== '' && item.excerpt !== item.title && (
          <p className="item__x" dir="auto">
            {item.excerpt}
          </p>
        )}
        {waiting && <ItemWaits waiting={waiting} />}
        {item.ask && <AskWaits ask={item.ask} />}
        {isSelected && isOpen && (
          <div className="ask__do">
            <RowActs triage={triage} row={row} hints />
          </div>
        )}
        {change.error && <Notice>{change.error.message}</Notice>}
      </div>
      <div className="item__end">
        {item.due && isAsk && <span className="num">{t('due', { time: formatSoon(item.due, manner) })}</span>}
        {item.until && <span className="num">{t('until', { time: formatSoon(item.until, manner) })}</span>}
        <span className="acts">
          {isOffered && item.ask && <TakeButton ask={item.ask} refreshes={[listInbox]} />}
          {item.swap?.may.accept && <SwapButtons swap={item.swap} refreshes={[listInbox, ...showsRotations]} />}
          {isOpen && !waiting && !isActedOn && isDoable(row) !== false && (
            <Button small onClick={() => triage.finish([row])}>
              {t('doneDo')}
            </Button>
          )}
          {isOpen && !waiting && (
            <Button
              kind="bare"
              small
              icon="clock"
              title={t('later')}
              aria-label={t('later')}
              aria-haspopup="menu"
              onClick={({ currentTarget }) => triage.open('snooze', row, currentTarget)}
            />
          )}
          {!isOpen && !item.ask && item.why !== 'swap' && (
            <Button small kind="bare" onClick={() => change.send({ id: item.id, state: 'open' })}>
              {t('again')}
            </Button>
          )}
        </span>
      </div>
      <div className="item__below">
        <RowBelow triage={triage} row={row} />
      </div>
    </article>
  )
}
