import { Link } from '@tanstack/react-router'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Tag } from '#ui/tag.tsx'
import { getIncident, type IncidentStep } from '../contract/incidents.ts'
import { t } from './urgent-texts.ts'

/** Of a thread that is an incident: who has it in hand, and what happened, from first to last. */
export function IncidentCard({ number }: { number: number }) {
  const now = useNow()
  const zone = useMyZone()
  const { data } = useAnswer(getIncident, { number: String(number) })
  if (!data) return null
  return (
    <section className="sheet incident" aria-label={t('incident')}>
      <p className="meta">
        <Tag tone={data.state === 'open' ? 'care' : 'good'} icon="siren">
          {t(data.state === 'open' ? 'incidentOpen' : 'incidentResolved')}
        </Tag>
        <Link to="/rotations/$slug" params={{ slug: data.rotation.slug }}>
          {t('incidentOf', { rotation: data.rotation.name })}
        </Link>
        <span>{data.owner ? t('incidentOwner', { name: data.owner.name }) : t('incidentNobody')}</span>
      </p>
      <h2>{t('incident')}</h2>
      <ol className="incident__steps">
        {data.timeline.map((step, index) => (
          <li key={index}>
            <time className="num" dateTime={step.at}>
              {formatSoon(step.at, { zone, now })}
            </time>
            <span dir="auto">{stepText(step)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const steps = {
  declared: 'stepDeclared',
  paged: 'stepPaged',
  acknowledged: 'stepAcknowledged',
  unacknowledged: 'stepUnacknowledged',
  handed: 'stepHanded',
  joined: 'stepJoined',
  answered: 'stepAnswered',
  declined: 'stepDeclined',
  withdrawn: 'stepWithdrawn',
  expired: 'stepExpired',
  resolved: 'stepResolved',
  reopened: 'stepReopened',
} as const

function stepText({ what, by, to, number }: IncidentStep): string {
  const names = { by: by?.name ?? t('somebody'), to: to?.name ?? '' }
  if (what === 'declared' && by === null) return t('stepDeclaredItself')
  if (what === 'handed' && by === null) return t('stepReturned', names)
  if (what === 'joined' && number !== null) return t('stepJoinedFrom', { ...names, number })
  return t(steps[what], names)
}
