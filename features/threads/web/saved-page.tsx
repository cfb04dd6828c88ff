import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast.tsx'
import { useStepKeys } from '#ui/use-step-keys.ts'
import { type SavedItem, forgetPost, forgetThread, listSaved, savePost, saveThread } from '../contract/saved.ts'
import { MineTabs } from './mine-tabs.tsx'
import { t } from './mine-texts.ts'

/** What the reader keeps for later, the latest first. */
export function SavedPage() {
  useStepKeys('main .rows .row__t', { group: t('keysGroup'), next: t('next'), previous: t('previous') })
  return (
    <div className="wrap">
      <header className="page-head">
        <div>
          <h1>{t('saved')}</h1>
          <p className="lede">{t('savedLede')}</p>
        </div>
      </header>
      <MineTabs />
      <Items />
    </div>
  )
}

function Items() {
  const [limit, setLimit] = useState(50)
  const { data, error, refetch } = useAnswer(listSaved, { limit }, { keepLast: true })
  if (error && !data) {
    return (
      <Empty title={t('failed')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  if (!data) return <Skeleton shape="rows" />
  if (data.items.length === 0) return <Empty title={t('savedNone')}>{t('savedNoneMore')}</Empty>
  return (
    <>
      <ul className="rows">
        {data.items.map((item) => (
          <SavedRow key={item.id} item={item} />
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

function SavedRow({ item }: { item: SavedItem }) {
  const now = useNow()
  const zone = useMyZone()
  const letGo = useLetGo(item)
  const place = item.direct ? t('directly') : item.space.name
  return (
    <li className="row row--thread">
      <Icon name={item.type === 'post' ? 'quote' : item.direct ? 'lock' : 'messages-square'} />
      <div>
        <Link
          className="row__t"
          to="/threads/$number"
          params={{ number: String(item.number) }}
          {...(item.seq === null ? {} : { search: { post: item.seq } })}
          dir="auto"
        >
          {item.title}
        </Link>
        <p className="item__x" dir="auto">
          {item.excerpt}
        </p>
        <p className="row__s">{t('byIn', { name: item.by.name, place, when: formatSoon(item.savedAt, { zone, now }) })}</p>
      </div>
      <Button small onClick={letGo}>
        {t('letGo')}
      </Button>
    </li>
  )
}

function useLetGo({ type, id, number }: SavedItem): () => void {
  const refreshes = [listSaved]
  const forgetOne = useSend(forgetPost, { refreshes })
  const forgetWhole = useSend(forgetThread, { refreshes })
  const saveOne = useSend(savePost, { refreshes })
  const saveWhole = useSend(saveThread, { refreshes })
  const whole = { number: String(number) }
  const undo = (): void => (type === 'post' ? saveOne.mutate({ id }) : saveWhole.mutate(whole))
  const onSuccess = (): void => showToast({ text: t('letGone'), undo })
  return () => (type === 'post' ? forgetOne.mutate({ id }, { onSuccess }) : forgetWhole.mutate(whole, { onSuccess }))
}
