import type { CSSProperties, ReactNode } from 'react'
import { type Block, blocksOf, onAxis, roomIn, type Stretch } from './band-blocks.ts'
import { classes } from './classes.ts'

export interface BandHours {
  /** How far the sky is moved on this axis, in hours: minus what the person's clocks are ahead of the axis. */
  readonly shift?: number
  readonly work?: readonly Stretch[]
  readonly focus?: readonly Stretch[]
  readonly away?: readonly Stretch[]
  readonly now?: number
  readonly deliveries?: readonly number[]
  readonly dues?: readonly number[]
  /** An hour being considered. */
  readonly pick?: Stretch
}

export interface BandProps extends BandHours {
  /** The whole band as a sentence: who, where, what time it is, when they work. */
  readonly label: string
  /** `chip` 72 by 8 and the person's own day; `row` 12 high; `lane` 30 high. */
  readonly size?: 'chip' | 'row' | 'lane'
  /** No hours are known: a plain strip. */
  readonly unknown?: boolean
}

/** A strip of 24 hours: sky, working hours, focus, away, now, deliveries below, dues above. Hours are those of its axis. */
export function Band({ label, size = 'row', unknown = false, ...hours }: BandProps) {
  return (
    <span className={classes('band', size !== 'row' && `band--${size}`, unknown && 'band--plain')} role="img" aria-label={label}>
      <BandContent {...hours} sky={!unknown && size !== 'chip'} />
    </span>
  )
}

export function BandContent({
  sky,
  shift = 0,
  work = [],
  focus = [],
  away = [],
  now,
  deliveries = [],
  dues = [],
  pick,
}: BandHours & { sky: boolean }) {
  const line = now === undefined ? [] : [{ from: onAxis(now), to: onAxis(now) }]
  return (
    <>
      {sky && <span className="band__sky" style={{ '--shift': shift } as CSSProperties} />}
      <Blocks kind="work" stretches={work} over={[...blocksOf(focus), ...blocksOf(away), ...line]} />
      <Blocks kind="focus" stretches={focus} over={[...blocksOf(away), ...line]} />
      <Blocks kind="away" stretches={away} over={line} />
      {pick && <Blocks kind="pick" stretches={[pick]} over={[]} />}
      {dues.map((hour) => (
        <At key={hour} hour={hour} className="band__due" />
      ))}
      {deliveries.map((hour) => (
        <At key={hour} hour={hour} className="band__del" />
      ))}
      {now !== undefined && <At hour={now} className="band__now" />}
    </>
  )
}

/** Something at an hour of the axis. */
export function At({ hour, className, children }: { hour: number; className: string; children?: ReactNode }) {
  return (
    <span className={className} style={{ '--a': onAxis(hour) } as CSSProperties}>
      {children}
    </span>
  )
}

interface BlocksProps {
  readonly kind: 'work' | 'focus' | 'away' | 'pick'
  readonly stretches: readonly Stretch[]
  /** What lies over them, and would cover a label. */
  readonly over: readonly Pick<Stretch, 'from' | 'to'>[]
}

function Blocks({ kind, stretches, over }: BlocksProps) {
  return blocksOf(stretches).map((block) => (
    <span key={block.from} className={blockClass(kind, block)} style={{ '--a': block.from, '--b': block.to } as CSSProperties}>
      {block.label !== undefined && (
        <span className="band__label" style={placeOf(roomIn(block, over), block)}>
          <b>{block.label}</b>
        </span>
      )}
    </span>
  ))
}

/** Physical sides: an axis runs from left to right in every language. */
function placeOf(room: Pick<Stretch, 'from' | 'to'>, { from, to }: Block): CSSProperties {
  const share = (hours: number): string => `${(hours / (to - from)) * 100}%`
  return { left: share(room.from - from), right: share(to - room.to) }
}

function blockClass(kind: string, { cutLeft, cutRight }: Block): string {
  return classes('band__block', `band__block--${kind}`, cutLeft && 'is-cut-l', cutRight && 'is-cut-r')
}
