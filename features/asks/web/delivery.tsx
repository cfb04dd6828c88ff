import type { CSSProperties, ReactNode } from 'react'
import type { Day } from '#features/availability/contract/days.ts'
import { type Preview, previewAttention } from '#features/availability/contract/preview.ts'
import { dayHours, hourOn } from '#features/availability/web/day-hours.ts'
import { dayLabel } from '#features/availability/web/day-label.ts'
import { useDays } from '#features/availability/web/use-days.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatFromNow } from '#platform/text/format-span.ts'
import { formatTheirs, formatThere, formatTime } from '#platform/text/format-time.ts'
import { localDay } from '#platform/text/moment.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Band } from '#ui/band.tsx'
import { onAxis } from '#ui/band-blocks.ts'
import { classes } from '#ui/classes.ts'
import { Phrase } from '#ui/phrase.tsx'
import type { Ask } from '../contract/ask.ts'
import { firstName, nameIn } from '../rules/owner.ts'
import { type AskDraft, previewOf } from './composing.ts'
import { CoverOffer } from './cover-offer.tsx'
import { SpaceLanes } from './delivery-lanes.tsx'
import { deliverySentences } from './delivery-sentences.ts'
import { SeveralDelivery } from './several-delivery.tsx'
import { t } from './delivery-texts.ts'

interface DeliveryProps {
  readonly asks: readonly AskDraft[]
  readonly space: string | undefined
  /** The ask that it answers, if it does. */
  readonly answering?: Ask | undefined
  /** Asks somebody else instead. */
  readonly onAskInstead: (key: string, to: string) => void
  /** When it is to leave; null for at once. */
  readonly at: string | null
  /** What stands at the foot: send. */
  readonly children: ReactNode
}

/** When each person asked will read it in their own day, and when the answer is due: said before sending. */
export function Delivery({ asks, space, answering, at, onAskInstead, children }: DeliveryProps) {
  const named = asks.filter((ask) => ask.to !== '')
  const areSeveral = new Set(named.map(({ to }) => to)).size > 1
  return (
    <div className="deliver">
      {answering ? (
        <AnswerDelivery ask={answering} />
      ) : (
        named.length === 0 && <p className="deliver__s deliver__s--wide">{t('nobodyAsked')}</p>
      )}
      {named.length > 1 && <SeveralDelivery asks={named} place={{ space, at }} />}
      {named.map((ask) => (
        <AskDelivery
          key={ask.key}
          ask={ask}
          place={{ space, at }}
          isOnly={named.length === 1}
          hasLane={areSeveral}
          onAskInstead={(to) => onAskInstead(ask.key, to)}
        />
      ))}
      {children}
    </div>
  )
}

interface AskDeliveryProps {
  readonly ask: AskDraft
  readonly place: { readonly space: string | undefined; readonly at: string | null }
  /** Nobody else is asked: all of it is said here, and drawn large. */
  readonly isOnly: boolean
  /** When it is read and due stands beside their day already. */
  readonly hasLane: boolean
  readonly onAskInstead: (to: string) => void
}

function AskDelivery({ ask, place, isOnly, hasLane, onAskInstead }: AskDeliveryProps) {
  const now = useNow()
  const zone = useMyZone()
  const { data, error } = useAnswer(previewAttention, previewOf(ask, place), { keepLast: true })
  const preview = data?.items.find((item) => nameIn(item.to) === ask.to)
  const reader = preview?.first?.handle ?? ask.to
  const day = useDays([reader]).get(reader)
  const outside = error?.errors.find(({ path }) => path === 'to.0')
  if (outside) {
    return (
      <p className="deliver__s deliver__s--wide" aria-live="polite">
        {outside.message}
      </p>
    )
  }
  if (!preview || !day) return null
  const { timeZone: theirZone, back } = day
  const { main, more } = deliverySentences(preview, { now, theirZone, back, myZone: zone, areSeveral: hasLane, ...urgencyOf(ask) })
  const isSaid = hasLane && preview.members === null && preview.first === null && !preview.interrupts && !preview.never
  return (
    <>
      {preview.cover && <CoverOffer preview={preview} cover={preview.cover} onAskInstead={onAskInstead} />}
      {isOnly && !preview.never && <DeliveryBand preview={preview} day={day} />}
      {!isSaid && (
        <p className={isOnly ? 'deliver__t' : 'deliver__s deliver__s--wide'} aria-live="polite">
          <Phrase of={main} />
        </p>
      )}
      {isOnly && preview.members !== null && preview.members > 1 && <SpaceLanes ask={ask} place={place} team={preview} />}
      {more.length > 0 && <p className="deliver__s deliver__s--wide">{more.join(' ')}</p>}
      {preview.readme && (
        <details className="deliver__s deliver__s--wide">
          <summary>{t('readme', { name: preview.to.name })}</summary>
          <p className="as-written" dir="auto">
            {preview.readme}
          </p>
        </details>
      )}
    </>
  )
}

const urgencyOf = ({ attention, anotherMatter = false }: AskDraft) => ({ isUrgent: attention === 'urgent', anotherMatter })

/** When whoever asked reads the answer. */
export function AnswerDelivery({ ask }: { ask: Ask }) {
  const now = useNow()
  const { handle, name } = ask.from
  const day = useDays([handle]).get(handle)
  if (!day?.nextDelivery) return null
  const time = formatTheirs(day.nextDelivery, { zone: day.timeZone, now })
  return (
    <p className="deliver__s deliver__s--wide" aria-live="polite">
      {t('readsAnswer', { name: firstName(name), time, distance: formatFromNow(day.nextDelivery, now) })}
    </p>
  )
}

/** Nearer to each other, in hours, two labels in one line would overlap: anywhere, and on a narrow screen. Then each has its own. */
const LABEL_WIDTH = 7
const NARROW_LABEL_WIDTH = 13

function DeliveryBand({ preview, day }: { preview: Preview; day: Day }) {
  const now = useNow()
  const manner = { zone: day.timeZone, now }
  const { deliverAt, due } = preview
  const at = hourOn(day, now)
  const dayNow = localDay(now, day.timeZone)
  const mark = (instant: string): string =>
    localDay(instant, day.timeZone) === dayNow ? formatTime(instant, manner) : formatThere(instant, manner)
  const apart = due ? Math.abs(onAxis(hourOn(day, due)) - onAxis(at)) : Infinity
  return (
    <div className={classes('deliver__band', apart <= LABEL_WIDTH && 'is-tall', apart <= NARROW_LABEL_WIDTH && 'is-tall-narrow')}>
      <Label hour={at} side="above">
        {t('nowIn', { time: formatTime(now, manner), city: zoneCity(day.timeZone) })}
      </Label>
      {due && (
        <Label hour={hourOn(day, due)} side="top">
          {t('dueMark', { time: mark(due) })}
        </Label>
      )}
      {deliverAt && (
        <Label hour={hourOn(day, deliverAt)} side="below">
          {t('readsMark', { time: mark(deliverAt), name: firstName(preview.first?.name ?? preview.to.name) })}
        </Label>
      )}
      <Band
        label={dayLabel(day, now)}
        {...dayHours(day, now)}
        deliveries={deliverAt ? [hourOn(day, deliverAt)] : []}
        dues={due ? [hourOn(day, due)] : []}
      />
    </div>
  )
}

interface LabelProps {
  readonly hour: number
  readonly side: 'top' | 'above' | 'below'
  readonly children: ReactNode
}

function Label({ hour, side, children }: LabelProps) {
  return (
    <em className={`is-${side}`} style={{ '--a': onAxis(hour) } as CSSProperties} aria-hidden="true">
      {children}
    </em>
  )
}
