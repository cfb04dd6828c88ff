import { type ReactNode, useState } from 'react'
import type { RefusedError } from '#platform/contract/client.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { t } from './settings-texts.ts'

interface SettingsListProps<Item> {
  /** Undefined until they have come. */
  readonly items: readonly Item[] | undefined
  readonly error: RefusedError | null
  readonly onAgain: () => void
  /** Whether all of it is shown at once: it comes in pages. */
  readonly whole?: boolean
  /** What is said when there is nothing. */
  readonly none: string
  readonly children: (item: Item) => ReactNode
}

const AT_FIRST = 5

/** A list among the settings, the first few of it at first. */
export function SettingsList<Item>({ items, error, onAgain, none, whole = false, children }: SettingsListProps<Item>) {
  const [isWhole, setWhole] = useState(whole)
  if (error && !items) {
    return (
      <Notice
        tone="stop"
        acts={
          <Button small onClick={onAgain}>
            {t('tryAgain')}
          </Button>
        }
      >
        {t('listFailed')}
      </Notice>
    )
  }
  if (!items) return <Skeleton shape="rows" count={2} />
  if (items.length === 0) return <p className="quiet">{none}</p>
  return (
    <>
      <ul className="rows">{items.slice(0, isWhole ? undefined : AT_FIRST).map(children)}</ul>
      {!isWhole && items.length > AT_FIRST && (
        <Button kind="bare" small onClick={() => setWhole(true)}>
          {t('showMore')}
        </Button>
      )}
    </>
  )
}
