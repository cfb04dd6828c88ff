import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { WaysOn } from '#features/availability/web/ways-on.tsx'
import { getSpace } from '#features/spaces/contract/space.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { SpaceMembers } from './space-members.tsx'
import { SpacePanel } from './space-panel.tsx'
import { SpaceThreads } from './space-threads.tsx'
import { t } from './texts.ts'

/** A space: its threads by where they stand, its members, how its people work. */
export function SpacePage({ slug }: { slug: string }) {
  const [part, setPart] = useState<'threads' | 'members'>('threads')
  const { data: space, error, refetch } = useAnswer(getSpace, { slug })
  if (error?.status === 404)
    return (
      <Empty whole title={t('notFound')} act={<WaysOn near="spaces" />}>
        {t('notFoundMore')}
      </Empty>
    )
  if (error && !space) {
    return (
      <Empty whole title={t('failed')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  if (!space) {
    return (
      <div className="wrap">
        <Skeleton shape="rows" />
      </div>
    )
  }
  return (
    <div className="thread thread--space">
      <div className="space__col">
        <header className="page-head">
          <div>
            <h1 dir="auto">{space.name}</h1>
            {space.purpose && (
              <p className="lede" dir="auto">
                {space.purpose}
              </p>
            )}
          </div>
          {space.may.post && (
            <Link className="btn btn--main" to="/threads/new" search={{ space: space.slug }}>
              <Icon name="pen-line" />
              {t('newThread')}
              <Kbd keys="c" />
            </Link>
          )}
        </header>
        {space.archived && <Notice tone="plain">{t('archived')}</Notice>}
        <Tabs
          label={t('parts')}
          value={part}
          tabs={[
            { value: 'threads', label: t('threads') },
            { value: 'members', label: t('members'), count: space.memberCount },
          ]}
          onChange={setPart}
        >
          {part === 'threads' ? <SpaceThreads space={space} /> : <SpaceMembers space={space} />}
        </Tabs>
      </div>
      <SpacePanel space={space} />
    </div>
  )
}
