import type { Thread } from '../contract/threads.ts'
import { useMe, useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatDate } from '#platform/text/format-time.ts'
import { Icon } from '#ui/icon.tsx'
import { Tag } from '#ui/tag.tsx'
import { betweenText } from './between-text.ts'
import { Jumps } from './jumps.tsx'
import { RelatedThreads } from './related-threads.tsx'
import { t } from './texts.ts'

interface ThreadHeadProps {
  readonly thread: Thread
  readonly isPrivate: boolean
  /** Where whoever opened it is: the date is theirs, as it is above their post. */
  readonly zone: string | undefined
}

/** What a thread is: title, purpose, where it stands, who opened it. */
export function ThreadHead({ thread, isPrivate, zone }: ThreadHeadProps) {
  const now = useNow()
  const mine = useMyZone()
  const { workspace: { name: workspace } = { name: '' }, person } = useMe() ?? {}
  const me = person?.handle ?? ''
  const readers = thread.direct ? betweenText(thread.people, me) : isPrivate ? t('membersRead') : t('anyoneReads', { workspace })
  return (
    <header>
      <h1 className="h-page" dir="auto">
        {thread.title}
      </h1>
      {thread.purpose && (
        <p className="purpose" dir="auto">
          {t('purpose', { purpose: thread.purpose })}
        </p>
      )}
      <div className="meta">
        <StateTag thread={thread} />
        {thread.outcomeOwed && (
          <Tag tone="care" icon="flag">
            {t('outcomeOwed')}
          </Tag>
        )}
        <span>{t('openedBy', { name: thread.by.name, when: formatDate(thread.at, { zone: zone ?? mine, now }) })}</span>
        <span>{t('posts', { count: thread.postCount })}</span>
        <span>
          {(thread.direct || isPrivate) && <Icon name="lock" size="sm" />} {readers}
        </span>
        <Jumps thread={thread} />
      </div>
      <RelatedThreads thread={thread} />
    </header>
  )
}

function StateTag({ thread }: { thread: Thread }) {
  if (thread.state === 'concluded') {
    return (
      <Tag tone="good" icon="circle-check">
        {t('concluded')}
      </Tag>
    )
  }
  if (thread.openAsks > 0) {
    return (
      <Tag tone="care" icon="hourglass">
        {t('waitingOn', { count: thread.openAsks })}
      </Tag>
    )
  }
  return <Tag icon="messages-square">{t('inConversation')}</Tag>
}
