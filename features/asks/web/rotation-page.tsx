import { Link } from '@tanstack/react-router'
import { getRotation } from '#features/availability/contract/rotations.ts'
import { RotationNow } from '#features/availability/web/rotation-now.tsx'
import { RotationPanel } from '#features/availability/web/rotation-panel.tsx'
import { RotationShifts } from '#features/availability/web/rotation-shifts.tsx'
import { t } from '#features/availability/web/rotation-texts.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { WaysOn } from '#features/availability/web/ways-on.tsx'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { listIncidents } from '../contract/incidents.ts'

/** A rotation: who is on shift, two weeks of shifts with their gaps, who is in it, and its incidents. */
export function RotationPage({ slug }: { slug: string }) {
  const { data: rotation, error, refetch } = useAnswer(getRotation, { slug })
  if (error?.status === 404)
    return (
      <Empty whole title={t('notFound')} act={<WaysOn near="rotations" />}>
        {t('notFoundMore')}
      </Empty>
    )
  if (error && !rotation) {
    return (
      <Empty whole title={t('failed')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  if (!rotation) {
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
            <h1 dir="auto">{rotation.name}</h1>
            {rotation.purpose && (
              <p className="lede" dir="auto">
                {rotation.purpose}
              </p>
            )}
          </div>
        </header>
        <RotationNow slug={slug} />
        <RotationShifts rotation={rotation} />
        <Incidents slug={rotation.slug} />
      </div>
      <RotationPanel rotation={rotation} />
    </div>
  )
}

const SHOWN = 10

function Incidents({ slug }: { slug: string }) {
  const now = useNow()
  const zone = useMyZone()
  const { data } = useAnswer(listIncidents, { rotation: slug, limit: SHOWN })
  if (!data || data.items.length === 0) return null
  return (
    <section className="part">
      <h2 className="sec">{t('incidents')}</h2>
      <ul className="rows">
        {data.items.map(({ number, title, state, at }) => (
          <li className="row row--thread" key={number}>
            <Icon name={state === 'open' ? 'siren' : 'circle-check'} />
            <div>
              <Link className="row__t" to="/threads/$number" params={{ number: String(number) }} dir="auto">
                {title}
              </Link>
              <p className="row__s num">{formatSoon(at, { zone, now })}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
