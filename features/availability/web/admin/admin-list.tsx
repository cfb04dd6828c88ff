import type { ReactNode } from 'react'
import type { RefusedError } from '#platform/contract/client.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { t } from './texts.ts'

interface AdminListProps<Item> {
  readonly list: {
    readonly items: readonly Item[] | undefined
    readonly error: RefusedError | null
    readonly hasMore: boolean
    readonly isLoadingMore: boolean
    more(): void
    again(): void
  }
  /** What is said when there is nothing. */
  readonly none: string
  readonly children: (item: Item) => ReactNode
}

/** A long list, a page at a time. */
export function AdminList<Item>({ list, none, children }: AdminListProps<Item>) {
  const { items, error, hasMore, isLoadingMore, more, again } = list
  if (error && !items) {
    return (
      <Notice
        tone="stop"
        acts={
          <Button small onClick={again}>
            {t('tryAgain')}
          </Button>
        }
      >
        {error.errors.length > 0 ? error.message : t('failedTitle')}
      </Notice>
    )
  }
  if (!items) return <Skeleton shape="rows" />
  if (items.length === 0) return <p className="quiet">{none}</p>
  return (
    <>
      <ul className="rows">{items.map(children)}</ul>
      {hasMore && (
        <div className="form-foot">
          <Button busy={isLoadingMore} onClick={more}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}
