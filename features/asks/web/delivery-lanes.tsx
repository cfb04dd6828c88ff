import type { Preview } from '#features/availability/contract/preview.ts'
import { previewAttention } from '#features/availability/contract/preview.ts'
import type { Day } from '#features/availability/contract/days.ts'
import { dateIn, hourOn, laneHours } from '#features/availability/web/lane-hours.ts'
import { useLanes } from '#features/availability/web/use-lanes.ts'
import { useMe } from '#features/availability/web/use-me.ts'
import { listMembers } from '#features/spaces/contract/space.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatDate, formatTheirs, formatTime } from '#platform/text/format-time.ts'
import { millisecondsOf } from '#platform/text/moment.ts'
import { Band } from '#ui/band.tsx'
import { nameIn } from '../rules/owner.ts'
import { type AskDraft, previewOfMembers } from './composing.ts'
import { t } from './delivery-texts.ts'

interface Place {
  readonly space: string | undefined
  /** When it is to leave; null for at once. */
  readonly at: string | null
}

const SHOWN = 6
/** So many can be looked ahead for at once. */
const MOST = 50

interface SpaceLanesProps {
  readonly ask: AskDraft
  readonly place: Place
  /** What asking the space itself would mean. */
  readonly team: Preview
}

/** When each of a space that is asked would read it: whoever is first may take it. */
export function SpaceLanes({ ask, place, team }: SpaceLanesProps) {
  const members = useAnswer(listMembers, { slug: ask.to, limit: MOST }, { staleTime: 60_000 }).data
  const me = useMe()?.person.handle
  const others = (members?.items ?? []).filter(({ role, person }) => role !== 'guest' && person.handle !== me)
  const handles = others.map(({ person }) => person.handle)
  const inputOf = (handles: string[]) => previewOfMembers(ask, place, { team, handles: handles.length > 0 ? handles : [ask.to] })
  const { error } = useAnswer(previewAttention, inputOf(handles), { enabled: handles.length > 1 })
  // The space that is asked may have others in it than read where the ask stands.
  const readers = handles.filter((_, index) => !error?.errors.some(({ path }) => path === `to.${index}`))
  const { data } = useAnswer(previewAttention, inputOf(readers), { enabled: readers.length > 1, keepLast: true })
  if (readers.length < 2 || !data) return null
  return <Lanes previews={data.items} isMore={members?.next !== null} />
}

/** When each of several who are asked would read it, and when their answer is due. */
export function SeveralLanes({ previews }: { previews: readonly Preview[] }) {
  return <Lanes previews={previews} isMore={false} />
}

function Lanes({ previews, isMore }: { previews: readonly Preview[]; isMore: boolean }) {
  const now = useNow()
  const handles = previews.map(readerOf)
  const { days } = useLanes([handles], dateIn('UTC', now))
  const ordered = previews.toSorted((one, other) => readAt(one) - readAt(other))
  const shown = ordered.slice(0, SHOWN)
  const rest = ordered.length - shown.length
  return (
    <div className="dlanes">
      <ul aria-label={t('lanes')}>
        {shown.map((preview) => (
          <Lane key={nameIn(preview.to)} preview={preview} day={days.get(readerOf(preview))} />
        ))}
      </ul>
      {rest > 0 && <p className="deliver__s">{t(isMore ? 'andMoreThan' : 'andMore', { count: rest })}</p>}
    </div>
  )
}

/** One reader’s own day, the one in which it reaches them. */
function Lane({ preview, day }: { preview: Preview; day: Day | undefined }) {
  const now = useNow()
  const { deliverAt, due, to } = preview
  if (!day) return null
  const axis = { zone: day.timeZone, date: dateIn(day.timeZone, deliverAt === null ? now : Temporal.Instant.from(deliverAt)) }
  const on = (instant: string | null): number[] => {
    const hour = instant === null ? -1 : hourOn(axis, instant)
    return hour >= 0 && hour <= 24 ? [hour] : []
  }
  const manner = { zone: day.timeZone, now }
  const isSameDay = due !== null && deliverAt !== null && dateIn(day.timeZone, Temporal.Instant.from(due)) === axis.date
  const theirs = (instant: string): string => formatTheirs(instant, manner)
  const said =
    deliverAt === null
      ? t('laneNever')
      : due === null
        ? t('laneReads', { time: theirs(deliverAt) })
        : t('laneReadsDue', { time: theirs(deliverAt), due: isSameDay ? formatTime(due, manner) : theirs(due) })
  const nowAt = hourOn(axis, now)
  return (
    <li className="dlane">
      <span className="dlane__who" dir="auto">
        {to.name}
      </span>
      <Band
        label={t('laneBand', { name: day.name, date: formatDate(`${axis.date}T12:00:00Z`, { zone: 'UTC', now }) })}
        {...laneHours(day, axis, t('laneAway'))}
        {...(nowAt >= 0 && nowAt <= 24 ? { now: nowAt } : {})}
        deliveries={on(deliverAt)}
        dues={on(due)}
      />
      <span className="dlane__said num">{said}</span>
    </li>
  )
}

/** Of a space or a rotation whoever has it first. */
const readerOf = ({ first, to }: Preview): string => first?.handle ?? nameIn(to)
const readAt = ({ deliverAt }: Preview): number => (deliverAt === null ? Infinity : millisecondsOf(deliverAt))
