import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import type { Waiting } from '#platform/browser/waiting.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useStepKeys } from '#ui/use-step-keys.ts'
import { type SavedItem, listSaved } from '../contract/saved.ts'
import { MineTabs } from './mine-tabs.tsx'
import { t } from './mine-texts.ts'
import { lineOfSaved, placeOfSaved, saves, useSavedPost, useSavedThread, useSaving } from './use-saved.ts'

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
  const saving = useSaving()
  if (error && !data) {
    return (
      <Empty title={t('failed')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  if (!data) return <Skeleton shape="rows" />
  const listed = new Set(data.items.map(lineOfSaved))
  const coming = saving.filter(({ line }) => !listed.has(line))
  if (data.items.length + coming.length === 0) return <Empty title={t('savedNone')}>{t('savedNoneMore')}</Empty>
  return (
    <>
      <ul className="rows">
        {coming.map((one) => (
          <SavingRow key={one.key} waiting={one} />
        ))}
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

/** What is kept from now on, before the server knows: it can be opened, or taken back. */
function SavingRow({ waiting }: { waiting: Waiting }) {
  const { number, seq } = placeOfSaved(waiting)
  return (
    <li className="row row--thread">
      <Icon name={seq === null ? 'messages-square' : 'quote'} />
      <div>
        <ItemLink number={number} seq={seq}>
          {waiting.about}
        </ItemLink>
        <SavedWaits waiting={waiting} />
      </div>
    </li>
  )
}

function SavedRow({ item }: { item: SavedItem }) {
  const now = useNow()
  const zone = useMyZone()
  const post = useSavedPost({ ...item, saved: true })
  const thread = useSavedThread({ ...item, saved: true })
  const { waiting, isSaved, toggle } = item.type === 'post' ? post : thread
  const place = item.direct ? t('directly') : item.space.name
  return (
    <li className="row row--thread">
      <Icon name={item.type === 'post' ? 'quote' : item.direct ? 'lock' : 'messages-square'} />
      <div>
        <ItemLink number={String(item.number)} seq={item.seq}>
          {item.title}
        </ItemLink>
        <p className="item__x" dir="auto">
          {item.excerpt}
        </p>
        <p className="row__s">{t('byIn', { name: item.by.name, place, when: formatSoon(item.savedAt, { zone, now }) })}</p>
        {waiting && <SavedWaits waiting={waiting} />}
      </div>
      {isSaved && (
        <Button small onClick={toggle}>
          {t('letGo')}
        </Button>
      )}
    </li>
  )
}

function ItemLink({ number, seq, children }: { number: string; seq: number | null; children: string }) {
  return (
    <Link className="row__t" to="/threads/$number" params={{ number }} {...(seq === null ? {} : { search: { post: seq } })} dir="auto">
      {children}
    </Link>
  )
}

/** That what was done with it waits to be sent, or was refused after it had waited. */
function SavedWaits({ waiting }: { waiting: Waiting }) {
  const takeBack = (): void => void import('#platform/browser/outbox.ts').then((outbox) => outbox.takeBack(waiting))
  const back = (
    <button type="button" className="link" onClick={takeBack}>
      {t(waiting.refusal ? 'letGo' : 'takeBack')}
    </button>
  )
  if (waiting.refusal) return <Notice acts={back}>{t('notDone', { why: String(waiting.refusal.problem['detail']) })}</Notice>
  return (
    <p className="row__s" role="status">
      {t(saves(waiting) ? 'keptWaits' : 'letGoneWaits')} {back}
    </p>
  )
}
