import { useEffect, useRef } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import type { usePages } from '#platform/browser/use-pages.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { formatDate } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { t } from './texts.ts'
import type { TriageRow } from './triage/rows.ts'
import type { Triage } from './triage/use-triage.ts'

interface MoreRowsProps<Item> {
  readonly list: Pick<ReturnType<typeof usePages<Endpoint>>, 'hasMore' | 'isLoadingMore' | 'more'> & {
    readonly items: readonly Item[] | undefined
  }
  /** When the last of those shown came. */
  readonly oldest: string | undefined
  readonly triage: Triage
  readonly of: (item: Item) => TriageRow
}

/** The end of a list: with more behind it a button, that gives the focus to the first of what it brings; else since when it is all. */
export function MoreRows<Item>({ list, oldest, triage, of }: MoreRowsProps<Item>) {
  const zone = useMyZone()
  const now = useNow()
  const before = useRef<number | null>(null)
  const items = list.items ?? []
  const { go } = triage.walk
  useEffect(() => {
    const first = before.current === null ? undefined : items[before.current]
    if (first === undefined || list.isLoadingMore) return
    before.current = null
    go(of(first).key)
  })
  if (list.hasMore)
    return (
      <p className="cut">
        <Button
          kind="bare"
          small
          busy={list.isLoadingMore}
          onClick={() => {
            before.current = items.length
            list.more()
          }}
        >
          {t('more')}
        </Button>
      </p>
    )
  return items.length > 0 && oldest !== undefined ? (
    <p className="cut num">{t('end', { date: formatDate(oldest, { zone, now }) })}</p>
  ) : null
}
