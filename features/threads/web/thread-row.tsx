import { Link } from '@tanstack/react-router'
import type { Day } from '#features/availability/contract/days.ts'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatRow } from '#platform/text/format-span.ts'
import { formatDate, formatNearDay, formatSoon } from '#platform/text/format-time.ts'
import { Icon } from '#ui/icon.tsx'
import type { IconName } from '#ui/icon-paths.ts'
import type { ListedThread } from '../contract/thread.ts'
import { t } from './texts.ts'

const kindIcons: Partial<Record<ListedThread['kind'], IconName>> = {
  question: 'message-circle-question-mark',
  announcement: 'megaphone',
  incident: 'siren',
}

/** A thread in a list: what it is about, where it stands, when it moves next. */
export function ThreadRow({ thread, days }: { thread: ListedThread; days: ReadonlyMap<string, Day> }) {
  const now = useNow()
  const manner = { zone: useMyZone(), now }
  const isDone = thread.state === 'concluded'
  const who = thread.dri ?? thread.by
  const icon = isDone ? 'circle-check' : thread.openAsks > 0 ? 'hourglass' : (kindIcons[thread.kind] ?? 'messages-square')
  return (
    <li className="row row--thread">
      <Icon name={icon} />
      <div>
        <Link className="row__t" to="/threads/$number" params={{ number: String(thread.number) }} dir="auto">
          {thread.title}
        </Link>
        {isDone && thread.outcome ? (
          <p className="row__o" dir="auto">
            {thread.outcome.body}
          </p>
        ) : (
          <p className="row__s">{standing(thread)}</p>
        )}
      </div>
      <PersonAvatar name={who.name} zone={days.get(who.handle)?.timeZone} size="sm" />
      <div className="row__end num">
        {thread.closesOn && !isDone && (
          <span>{t('closes', { date: formatDate(`${thread.closesOn}T12:00:00Z`, { zone: 'UTC', now }) })}</span>
        )}
        {isDone && thread.outcome && <span>{formatDate(thread.outcome.at, manner)}</span>}
        <small>{formatRow([moving(thread, manner), thread.unread > 0 ? t('unread', { count: thread.unread }) : ''])}</small>
      </div>
    </li>
  )
}

/** When its next ask is due, else when it was last written in; nothing of what is concluded. */
function moving({ state, nextDue, lastPostAt }: ListedThread, manner: { zone: string; now: Temporal.Instant }): string {
  if (state === 'concluded') return ''
  return nextDue ? t('due', { time: formatSoon(nextDue, manner) }) : t('lastPost', { day: formatNearDay(lastPostAt, manner) })
}

function standing({ dri, by, openAsks, outcomeOwed, postCount }: ListedThread): string {
  const owner = dri ? t('owner', { name: dri.name }) : t('openedBy', { name: by.name })
  return [owner, openAsks > 0 ? t('asks', { count: openAsks }) : t('posts', { count: postCount }), outcomeOwed ? t('owed') : '']
    .filter(Boolean)
    .join(' ')
}
