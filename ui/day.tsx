import type { CSSProperties } from 'react'
import { formatHourMark } from '#platform/text/format-time.ts'
import { At, BandContent, type BandHours } from './band.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { spreadLabels } from './spread-labels.ts'

export interface DayMark {
  readonly hour: number
  readonly text: string
  readonly kind: 'due' | 'past' | 'next'
  readonly icon?: IconName
  /** What may be left out where room is short, after `text`. */
  readonly detail?: string
}

interface DayProps extends Omit<BandHours, 'now' | 'deliveries' | 'dues'> {
  /** The whole day as a sentence or two. */
  readonly label: string
  readonly now: { readonly hour: number; readonly text: string }
  /** Said above the band, with a notch each. */
  readonly dues: readonly DayMark[]
  /** Said below the band. */
  readonly deliveries: readonly DayMark[]
}

const visibleHours = 24 / 2.15
const hoursPerLetter = { narrow: 0.21, wide: 0.15 }

/** The reader's day, large. On a narrow screen it shows eleven hours: those of work while it lasts, else those around now. */
export function Day({ label, now, dues, deliveries, ...hours }: DayProps) {
  const from = firstVisible(now.hour, hours.work?.[0]?.from)
  const above = spreadLabels([{ kind: 'now' as const, ...now }, ...dues].map(measured), now.hour)
  const below = spreadLabels(deliveries.map(measured), now.hour)
  return (
    <div className="day">
      <div className="day__in" style={{ '--from': from } as CSSProperties}>
        {above.map((mark) => (
          <Label key={`${String(mark.hour)}${mark.text}`} mark={mark} side="above" />
        ))}
        <span className="band" role="img" aria-label={label}>
          <BandContent {...hours} sky now={now.hour} dues={[...new Set(dues.map(({ hour }) => hour))]} />
        </span>
        {below.map((mark) => (
          <Label key={`${String(mark.hour)}${mark.text}`} mark={mark} side="below" />
        ))}
        <Axis />
      </div>
    </div>
  )
}

function firstVisible(now: number, workFrom: number | undefined): number {
  const beforeWork = workFrom === undefined ? now : workFrom - 1.2
  const isInside = now > beforeWork + 0.5 && now < beforeWork + visibleHours - 0.5
  return Math.min(Math.max(isInside ? beforeWork : now - visibleHours / 2, 0), 24 - visibleHours)
}

/** The hours below a band. */
export function Axis({ every = 3 }: { every?: number }) {
  const hours = Array.from({ length: 24 / every + 1 }, (_, index) => index * every)
  return (
    <div className="axis" aria-hidden="true">
      {hours.map((hour) => (
        <At key={hour} hour={hour} className="">
          {formatHourMark(hour)}
        </At>
      ))}
    </div>
  )
}

type Mark = Omit<DayMark, 'kind'> & { readonly kind: DayMark['kind'] | 'now' }

/** A detail is only there where the band is wide. */
function measured(mark: Mark): Mark & { width: number } {
  const letters = lettersOf(mark.text) + (mark.icon ? 3 : 0)
  const wide = letters + (mark.detail ? lettersOf(mark.detail) + 1 : 0)
  return { ...mark, width: Math.max(letters * hoursPerLetter.narrow, wide * hoursPerLetter.wide) }
}

/** Signs of Chinese and Japanese are as wide as two letters. */
const lettersOf = (text: string): number => text.length + (text.match(/[\u3000-\u9fff\uff00-\uff60]/g)?.length ?? 0)

function Label({ mark, side }: { mark: Mark & { readonly at: number }; side: 'above' | 'below' }) {
  return (
    <span
      className={classes('day__lab', `day__lab--${side}`, `day__lab--${mark.kind}`)}
      style={{ '--a': mark.at } as CSSProperties}
      aria-hidden="true"
    >
      {mark.icon && <Icon name={mark.icon} />}
      {mark.text}
      {mark.detail && <span className="only-d">{mark.detail}</span>}
    </span>
  )
}
