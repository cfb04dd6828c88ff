import { Link } from '@tanstack/react-router'
import type { Day } from '#features/availability/contract/days.ts'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { useMe, useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatRow } from '#platform/text/format-span.ts'
import { formatDate, formatNearDay, formatSoon, formatTheirs } from '#platform/text/format-time.ts'
import { Icon } from '#ui/icon.tsx'
import type { IconName } from '#ui/icon-paths.ts'
import type { ListedThread } from '../contract/thread.ts'
import { t } from './texts.ts'
import { peopleOf } from './thread-people.ts'

const kindIcons: Partial<Record<ListedThread['kind'], IconName>> = {
  question: 'message-circle-question-mark',
  announcement: 'megaphone',
  incident: 'siren',
}

/** A thread in a list: what it is about, where it stands, when it moves next. */
export function ThreadRow({ thread, days }: { thread: ListedThread; days: ReadonlyMap<string, Day> }) {
  const now = useNow()
  const me = useMe()?.person.handle
  const manner = { zone: useMyZone(), now }
  const isDone = thread.state === 'concluded'
  const owner = thread.nextOwner?.handle
  const clock = { ...manner, isMine: owner === me, ownerZone: owner === undefined ? undefined : days.get(owner)?.timeZone }
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
          <p className="row__s">{standing(thread, me)}</p>
        )}
      </div>
      <span className="avs">
        {peopleOf(thread).map(({ handle, name }) => (
          <PersonAvatar key={handle} name={name} zone={days.get(handle)?.timeZone} size="sm" />
        ))}
      </span>
      <div className="row__end num">
        {thread.closesOn && !isDone && (
          <span>{t('closes', { date: formatDate(`${thread.closesOn}T12:00:00Z`, { zone: 'UTC', now }) })}</span>
        )}
        {isDone && thread.outcome && <span>{formatDate(thread.outcome.at, manner)}</span>}
        <small>{formatRow([moving(thread, clock), thread.unread > 0 ? t('unread', { count: thread.unread }) : ''])}</small>
      </div>
    </li>
  )
}

interface Clock {
  readonly zone: string
  readonly now: Temporal.Instant
  /** The reader has the ask that is due next. */
  readonly isMine: boolean
  /** Where whoever has it is; undefined for a space, and while it is not known. */
  readonly ownerZone: string | undefined
}

/** When its next ask is due, in the day of whoever has it, else when it was last written in; nothing of what is concluded. */
function moving({ state, nextDue, lastPostAt }: ListedThread, { isMine, ownerZone, ...manner }: Clock): string {
  if (state === 'concluded') return ''
  if (!nextDue) return t('lastPost', { day: formatNearDay(lastPostAt, manner) })
  if (isMine) return t('due', { time: formatSoon(nextDue, manner) })
  return ownerZone === undefined
    ? t('dueYours', { time: formatSoon(nextDue, manner) })
    : t('due', { time: formatTheirs(nextDue, { ...manner, zone: ownerZone }) })
}

function standing(thread: ListedThread, me: string | undefined): string {
  const { dri, by, outcomeOwed } = thread
  const owner = dri ? t('owner', { name: dri.name }) : t('openedBy', { name: by.name })
  return [owner, openIn(thread, me), outcomeOwed ? t('owed') : ''].filter(Boolean).join(' ')
}

/** How much is asked in it, and of whom what is due first. */
function openIn({ openAsks, nextOwner, postCount }: ListedThread, me: string | undefined): string {
  if (openAsks === 0) return t('posts', { count: postCount })
  if (!nextOwner || nextOwner.handle === me) return t('asks', { count: openAsks })
  return t('asksWith', { count: openAsks, name: nextOwner.name })
}
