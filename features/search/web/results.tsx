import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatNumber } from '#platform/text/define-texts.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Notice } from '#ui/notice.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import type { Found } from '../contract.ts'
import { FoundRow } from './found-row.tsx'
import { keepSearch } from './kept-searches.ts'
import { linkOf } from './link-of.ts'
import { SearchAside } from './search-aside.tsx'
import { t } from './texts.ts'
import type { FoundPages } from './use-found.ts'

interface ResultsProps {
  readonly q: string
  readonly found: FoundPages
  readonly onNarrow: (q: string) => void
}

/** What was found, people and spaces before threads and posts, with what could not be taken as it stands said above. */
export function Results({ q, found, onNarrow }: ResultsProps) {
  const { items, error, misunderstood } = found
  if (error) {
    return (
      <Empty title={t('failed')} act={<Button onClick={found.again}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  if (!items) return <Skeleton shape="rows" />
  return (
    <div className="sg">
      <div>
        {misunderstood.map(({ part, what }) => (
          <Notice key={part} tone="plain">
            {t(`not.${what}`, { part })}
          </Notice>
        ))}
        {items.length === 0 ? <Nothing q={q.trim()} /> : <Lists q={q} items={items} isAll={!found.hasMore} />}
        {found.hasMore && (
          <p className="cut">
            <Button kind="bare" small busy={found.isLoadingMore} onClick={found.more}>
              {t('more')}
            </Button>
          </p>
        )}
      </div>
      <SearchAside q={q} items={items} isAll={!found.hasMore} onNarrow={onNarrow} />
    </div>
  )
}

function Nothing({ q }: { q: string }) {
  return (
    <Empty
      title={t('nothing', { q })}
      act={
        <Link className="btn" to="/threads/new">
          {t('ask')}
        </Link>
      }
    >
      {t('nothingMore')}
    </Empty>
  )
}

function Lists({ q, items, isAll }: { q: string; items: readonly Found[]; isAll: boolean }) {
  const [index, setIndex] = useState(0)
  const navigate = useNavigate()
  const selected = items[Math.min(index, items.length - 1)]
  const group = t('keysGroup')
  useShortcut('j', { label: t('next'), group }, () => setIndex(Math.min(index + 1, items.length - 1)))
  useShortcut('k', { label: t('previous'), group }, () => setIndex(Math.max(index - 1, 0)))
  useShortcut(selected ? 'enter' : null, { label: t('open'), group }, () => {
    keepSearch(q)
    if (selected) void navigate(linkOf(selected))
  })
  const isNamed = ({ type }: Found): boolean => type === 'person' || type === 'space'
  const parts = [
    { title: t('peopleAndSpaces'), within: items.filter(isNamed) },
    { title: t('threadsAndPosts'), within: items.filter((one) => !isNamed(one)) },
  ]
  return parts
    .filter(({ within }) => within.length > 0)
    .map(({ title, within }) => (
      <section key={title} className="rg">
        <h2 className="sec">
          {title} {isAll && <em className="num">{formatNumber(within.length)}</em>}
        </h2>
        <ul className="rows">
          {within.map((one) => (
            <FoundRow
              key={`${one.type}${one.post ?? one.slug ?? String(one.number)}`}
              found={one}
              q={q}
              selected={one === selected}
              onFocus={() => setIndex(items.indexOf(one))}
              onOpen={() => keepSearch(q)}
            />
          ))}
        </ul>
      </section>
    ))
}
