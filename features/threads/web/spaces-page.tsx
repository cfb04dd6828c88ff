import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#features/availability/web/use-me.ts'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { usePages } from '#platform/browser/use-pages.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useStepKeys } from '#ui/use-step-keys.ts'
import { SpaceDialog } from './space-dialog.tsx'
import { t } from './texts.ts'

/** The spaces the reader may see. */
export function SpacesPage() {
  const [isArchived, setArchived] = useState(false)
  const [isMaking, setMaking] = useState(false)
  useStepKeys('main .rows .row__t', { group: t('keysGroup'), next: t('next'), previous: t('previous') })
  const mayMake = useMe()?.may.makeSpaces === true
  const list = usePages(listSpaces, { archived: isArchived ? 'true' : 'false', limit: 100 })
  const { items, error } = list
  const newSpace = mayMake && (
    <Button kind="main" icon="plus" onClick={() => setMaking(true)}>
      {t('newSpace')}
    </Button>
  )
  return (
    <div className="wrap">
      <header className="page-head">
        <div>
          <h1>{t('spaces')}</h1>
          <p className="lede">{t('spacesLede')}</p>
        </div>
        {newSpace}
      </header>
      {error && !items && (
        <Notice
          tone="stop"
          acts={
            <Button small onClick={list.again}>
              {t('tryAgain')}
            </Button>
          }
        >
          {error.message}
        </Notice>
      )}
      {!items && !error && <Skeleton shape="rows" />}
      {items?.length === 0 && <Empty title={t('noSpaces')}>{t('noSpacesMore')}</Empty>}
      <ul className="rows">
        {items?.map((space) => (
          <li className="row row--thread" key={space.slug}>
            <Icon name={space.visibility === 'private' ? 'lock' : 'panels-top-left'} />
            <div>
              <Link className="row__t" to="/spaces/$slug" params={{ slug: space.slug }} dir="auto">
                {space.name}
              </Link>
              <p className="row__s" dir="auto">
                {space.purpose}
              </p>
            </div>
            <span className="row__n num">{t('membersOf', { count: space.memberCount })}</span>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <p className="cut">
          <Button kind="bare" small busy={list.isLoadingMore} onClick={list.more}>
            {t('more')}
          </Button>
        </p>
      )}
      <p className="cut">
        <Button kind="bare" small onClick={() => setArchived(!isArchived)}>
          {isArchived ? t('hideArchived') : t('showArchived')}
        </Button>
      </p>
      {isMaking && <SpaceDialog onClose={() => setMaking(false)} />}
    </div>
  )
}
