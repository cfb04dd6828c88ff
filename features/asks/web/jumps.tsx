import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useShortcut } from '#ui/shortcuts.ts'
import type { Thread } from '../contract/threads.ts'
import { DateDialog } from './date-dialog.tsx'
import { t } from './post-texts.ts'
import { t as about } from './texts.ts'

/** A thread of so many posts is too long to see its end. */
const LONG = 8

/** The way to where one stopped reading, to a date, and to the end. */
export function Jumps({ thread }: { thread: Thread }) {
  // As it was when the thread was opened: reading it does not take the way away.
  const [firstUnread] = useState(thread.firstUnread)
  const [isChoosing, setChoosing] = useState(false)
  const navigate = useNavigate()
  const params = { number: String(thread.number) }
  const go = (post: number) => (): void => void navigate({ to: '/threads/$number', params, search: { post } })
  const keys = { group: about('keysGroup') }
  const hasUnread = firstUnread !== null && firstUnread > 1
  useShortcut(hasUnread ? 'u' : null, { ...keys, label: t('firstUnread') }, go(firstUnread ?? 1))
  useShortcut('e', { ...keys, label: t('newest') }, go(thread.lastSeq))
  return (
    <>
      {hasUnread && (
        <Link className="link" to="/threads/$number" params={params} search={{ post: firstUnread }}>
          {t('firstUnread')}
        </Link>
      )}
      {thread.postCount > LONG && (
        <Link className="link" to="/threads/$number" params={params} search={{ post: thread.lastSeq }}>
          {t('newest')}
        </Link>
      )}
      {thread.postCount > LONG && (
        <button type="button" className="link" onClick={() => setChoosing(true)}>
          {t('goToDate')}
        </button>
      )}
      {isChoosing && <DateDialog thread={thread} onFound={(seq) => go(seq)()} onClose={() => setChoosing(false)} />}
    </>
  )
}
