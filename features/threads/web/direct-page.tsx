import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatFromNow, formatRow } from '#platform/text/format-span.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useStepKeys } from '#ui/use-step-keys.ts'
import type { ListedThread } from '../contract/thread.ts'
import { listDirectThreads } from '../contract/threads.ts'
import { MineTabs } from './mine-tabs.tsx'
import { t } from './mine-texts.ts'

/** Threads between the reader and a few others, the newest first. */
export function DirectPage() {
  useStepKeys('main .rows .row__t', { group: t('keysGroup'), next: t('next'), previous: t('previous') })
  return (
    <div className="wrap">
      <header className="page-head">
        <div>
          <h1>{t('direct')}</h1>
          <p className="lede">{t('directLede')}</p>
        </div>
        <Link className={buttonClass({ kind: 'main' })} to="/threads/new" search={{ direct: '' }}>
          <Icon name="pen-line" />
          {t('directNew')}
        </Link>
      </header>
      <MineTabs />
      <Threads />
    </div>
  )
}

function Threads() {
  const [limit, setLimit] = useState(50)
  const { data, error, refetch } = useAnswer(listDirectThreads, { limit }, { keepLast: true })
  if (error && !data) {
    return (
      <Empty title={t('failed')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  if (!data) return <Skeleton shape="rows" />
  if (data.items.length === 0) return <Empty title={t('directNone')}>{t('directNoneMore')}</Empty>
  return (
    <>
      <ul className="rows">
        {data.items.map((thread) => (
          <DirectRow key={thread.id} thread={thread} />
        ))}
      </ul>
      {data.next !== null && limit < 100 && (
        <p className="cut">
          <Button kind="bare" small onClick={() => setLimit(100)}>
            {t('more')}
          </Button>
        </p>
      )}
    </>
  )
}

function DirectRow({ thread }: { thread: ListedThread }) {
  const now = useNow()
  const me = useMe()?.person.handle
  const others = thread.people.filter(({ handle }) => handle !== me).map(({ name }) => name)
  return (
    <li className="row row--thread">
      <Icon name="lock" />
      <div>
        <Link className="row__t" to="/threads/$number" params={{ number: String(thread.number) }} dir="auto">
          {thread.title}
        </Link>
        <p className="row__s" dir="auto">
          {t('between', { names: formatRow(others) })}
        </p>
      </div>
      <div className="row__end num">
        <small>{formatFromNow(thread.lastPostAt, now)}</small>
        {thread.unread > 0 && <small>{t('unread', { count: thread.unread })}</small>}
      </div>
    </li>
  )
}
