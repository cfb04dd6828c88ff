import { formatRow } from '#platform/text/format-span.ts'
import { useState } from 'react'
import type { Day } from '#features/availability/contract/days.ts'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { useMe, useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatDate } from '#platform/text/format-time.ts'
import { Icon } from '#ui/icon.tsx'
import type { Ask } from '../contract/ask.ts'
import type { Thread } from '../contract/threads.ts'
import { handleOf } from '../rules/owner.ts'
import { deliveryText, dueText, settledText } from './ask-times.ts'
import { t } from './texts.ts'
import { ThreadDialog } from './thread-dialog.tsx'

/** Beside a thread: who owns it, until when it is open, and who is asked what. */
export function ThreadPanel({ thread, days }: { thread: Thread; days: ReadonlyMap<string, Day> }) {
  const now = useNow()
  const [isChanging, setChanging] = useState(false)
  const open = thread.asks.filter((ask) => ask.state === 'open')
  const closes = thread.closesOn && formatDate(`${thread.closesOn}T12:00:00Z`, { zone: 'UTC', now })
  const isOver = thread.closesOn !== null && thread.closesOn < now.toString().slice(0, 10)
  return (
    <aside className="panel" aria-label={t('aboutThread')}>
      <section>
        <h2>{t('ownerTitle')}</h2>
        <p className="panel__who">
          {thread.dri && <PersonAvatar name={thread.dri.name} zone={days.get(thread.dri.handle)?.timeZone} size="sm" />}
          <span>{thread.dri ? t('ownerWrites', { name: thread.dri.name }) : t('ownerNone')}</span>
        </p>
        {thread.may.change && (
          <button type="button" className="link" onClick={() => setChanging(true)}>
            {t('changeThread')}
          </button>
        )}
        {isChanging && <ThreadDialog thread={thread} onClose={() => setChanging(false)} />}
        {closes && <p className="quiet">{isOver ? t('closesOver', { date: closes }) : t('closesOn', { date: closes })}</p>}
      </section>
      <section>
        <h2>
          {t('asks')} <span>{thread.asks.length > 0 && t('asksCount', { open: open.length, done: thread.asks.length - open.length })}</span>
        </h2>
        {thread.asks.length === 0 && <p className="quiet">{t('asksNone')}</p>}
        <ul className="pa">
          {[...open, ...thread.asks.filter((ask) => ask.state !== 'open')].map((ask) => (
            <PanelAsk key={ask.id} ask={ask} zone={days.get(handleOf(ask.owner) ?? '')?.timeZone} />
          ))}
        </ul>
      </section>
    </aside>
  )
}

function PanelAsk({ ask, zone }: { ask: Ask; zone: string | undefined }) {
  const now = useNow()
  const me = { handle: useMe()?.person.handle ?? '', zone: useMyZone() }
  const isOpen = ask.state === 'open'
  const clock = { now, me, ownerZone: zone }
  const meta = isOpen ? formatRow([dueText(ask, clock), deliveryText(ask, clock) ?? ''], 'clauses') : settledText(ask, clock)
  return (
    <li className={isOpen ? undefined : 'is-done'}>
      <Icon name={isOpen ? 'circle-dashed' : ask.state === 'answered' ? 'circle-check' : 'circle-x'} />
      <div>
        <a href={`#ask-${ask.id}`}>
          <b dir="auto">
            {ask.owner.name.split(' ')[0]}: {ask.text}
          </b>
        </a>
        <small>{meta}</small>
      </div>
    </li>
  )
}
