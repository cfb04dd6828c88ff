import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { useWhole } from '#platform/browser/use-whole.ts'
import { formatList } from '#platform/text/format-span.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { listRotations, type Rotation } from '../contract/rotations.ts'
import { PersonAvatar } from './person-avatar.tsx'
import { comingText } from './reads-text.ts'
import { RotationDialog } from './rotation-dialog.tsx'
import { t } from './rotation-texts.ts'
import { useDays } from './use-days.ts'
import { useMe, useMyZone } from './use-me.ts'

/** The rotations the reader may see, each with who is on shift now. */
export function RotationsPage() {
  const [isMaking, setMaking] = useState(false)
  const mayMake = useMe()?.may.makeSpaces === true
  const { data, error, refetch } = useWhole(listRotations, { limit: 100 })
  const days = useDays(data?.items.flatMap(({ onShift }) => onShift[0]?.person.handle ?? []) ?? [])
  return (
    <div className="wrap">
      <header className="page-head">
        <div>
          <h1>{t('rotations')}</h1>
          <p className="lede">{t('lede')}</p>
        </div>
        {mayMake && (
          <Button kind="main" icon="plus" onClick={() => setMaking(true)}>
            {t('newRotation')}
          </Button>
        )}
      </header>
      {error && !data && (
        <Notice
          tone="stop"
          acts={
            <Button small onClick={() => void refetch()}>
              {t('tryAgain')}
            </Button>
          }
        >
          {error.message}
        </Notice>
      )}
      {!data && !error && <Skeleton shape="rows" />}
      {data?.items.length === 0 && <Empty title={t('none')}>{t('noneMore')}</Empty>}
      <ul className="rows">
        {data?.items.map((rotation) => (
          <li className="row row--thread" key={rotation.slug}>
            <Icon name="siren" />
            <div>
              <Link className="row__t" to="/rotations/$slug" params={{ slug: rotation.slug }} dir="auto">
                {rotation.name}
              </Link>
              <p className="row__s" dir="auto">
                {rotation.purpose || callsOf(rotation)}
              </p>
            </div>
            <WhoHasIt rotation={rotation} zoneOf={(handle) => days.get(handle)?.timeZone} />
          </li>
        ))}
      </ul>
      {isMaking && <RotationDialog onClose={() => setMaking(false)} />}
    </div>
  )
}

function WhoHasIt({ rotation, zoneOf }: { rotation: Rotation; zoneOf: (handle: string) => string | undefined }) {
  const now = useNow()
  const zone = useMyZone()
  const [first] = rotation.onShift
  if (!first) return <span className="duty__who">{t('nobodyOnShift')}</span>
  return (
    <span className="duty__who num">
      <PersonAvatar name={first.person.name} zone={zoneOf(first.person.handle)} size="sm" />
      <span>
        <bdi>{first.person.name}</bdi>
        <small>{t('until', { time: comingText(first.until, { zone, now }) })}</small>
      </span>
    </span>
  )
}

/** What a rotation is on call for, in words. */
export function callsOf({ spaces, wholeWorkspace }: Pick<Rotation, 'spaces' | 'wholeWorkspace'>): string {
  if (spaces.length === 0) return wholeWorkspace ? t('wholeWorkspace') : t('forNothing')
  return t('forSpaces', { spaces: formatList(spaces.map(({ name }) => name)) })
}
