import { formatRow } from '#platform/text/format-span.ts'
import { useDeferredValue, useState } from 'react'
import type { Day } from '#features/availability/contract/days.ts'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { useMe, useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { classes } from '#ui/classes.ts'
import { formatDate } from '#platform/text/format-time.ts'
import { Icon } from '#ui/icon.tsx'
import { useMedia } from '#ui/use-media.ts'
import type { Ask } from '../contract/ask.ts'
import type { Thread } from '../contract/threads.ts'
import { calledIn, handleOf } from '../rules/owner.ts'
import { deliveryText, dueText, settledText } from './ask-times.ts'
import { saidIn } from './said-in.ts'
import { t } from './texts.ts'
import { ThreadFollowers } from './thread-followers.tsx'
import { ThreadKeys } from './thread-keys.tsx'
import { TimeBox } from './time-box.tsx'

interface PanelProps {
  readonly thread: Thread
  readonly days: ReadonlyMap<string, Day>
  /** Absent where the reader may not change what the thread says of itself, or what they changed waits. */
  readonly onChange: (() => void) | undefined
}

/** Where the styles leave room for it. */
const ROOM = '(min-width: 1181px)'

/** Beside a thread, where there is room; nothing is asked for it where there is none. */
export function WidePanel(props: PanelProps) {
  return useMedia(ROOM) ? <ThreadPanel {...props} /> : null
}

/** About a thread: who owns it, until when it is open, who is asked what, and who follows. Filled a frame behind what is read first. */
function ThreadPanel(props: PanelProps) {
  const isFilled = useDeferredValue(true, false)
  return (
    <aside className="panel" aria-label={t('aboutThread')}>
      {isFilled && <About {...props} />}
    </aside>
  )
}

function About({ thread, days, onChange }: PanelProps) {
  const open = thread.asks.filter((ask) => ask.state === 'open')
  return (
    <>
      <section>
        <h2>{t('ownerTitle')}</h2>
        <p className="panel__who">
          {thread.dri && <PersonAvatar name={thread.dri.name} zone={days.get(thread.dri.handle)?.timeZone} size="sm" />}
          <span>{thread.dri ? t('ownerWrites', { name: thread.dri.name }) : t('ownerNone')}</span>
        </p>
        <TimeBox thread={thread} zone={days.get(thread.by.handle)?.timeZone} />
        {onChange && (
          <button type="button" className="link" onClick={onChange}>
            {t('changeThread')}
          </button>
        )}
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
      <ThreadFollowers number={String(thread.number)} />
      <ThreadKeys />
    </>
  )
}

/** The same above a thread, where there is no room beside it: who owns it, until when and what is asked in one line, the rest when it is opened. */
export function NarrowPanel(props: PanelProps) {
  const { thread, days } = props
  const [isOpen, setOpen] = useState(false)
  const now = useNow()
  const { dri, closesOn, openAsks } = thread
  const said = [
    dri ? t('ownerWrites', { name: calledIn(dri) }) : '',
    closesOn && thread.state === 'open' ? t('closesOn', { date: formatDate(`${closesOn}T12:00:00Z`, { zone: 'UTC', now }) }) : '',
    openAsks > 0 ? t('asksOpen', { count: openAsks }) : '',
  ].filter((part) => part !== '')
  return (
    <details className="mdet" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {dri && <PersonAvatar name={dri.name} zone={days.get(dri.handle)?.timeZone} size="sm" />}
        <span className="mdet__said">
          {(said.length > 0 ? said : [t('aboutThread')]).map((part) => (
            <span key={part}>{part}</span>
          ))}
        </span>
        <Icon name="chevron-down" />
      </summary>
      {isOpen && <ThreadPanel {...props} />}
    </details>
  )
}

function PanelAsk({ ask, zone }: { ask: Ask; zone: string | undefined }) {
  const now = useNow()
  const me = { handle: useMe()?.person.handle ?? '', zone: useMyZone() }
  const isOpen = ask.state === 'open'
  const clock = { now, me, ownerZone: zone }
  const meta = isOpen ? formatRow([dueText(ask, clock), deliveryText(ask, clock) ?? ''], 'clauses') : settledText(ask, clock)
  return (
    <li className={classes(!isOpen && 'is-done', ask.state === 'answered' && 'is-answered')}>
      <Icon name={isOpen ? 'circle-dashed' : ask.state === 'answered' ? 'circle-check' : 'circle-x'} />
      <div>
        <a href={`#ask-${ask.id}`}>
          <b dir="auto">
            {calledIn(ask.owner)}: {saidIn(ask)}
          </b>
        </a>
        <small>{meta}</small>
      </div>
    </li>
  )
}
