import { useNow } from '#platform/browser/now.tsx'
import { formatDayMark, formatSoon } from '#platform/text/format-time.ts'
import { millisecondsOf } from '#platform/text/moment.ts'
import { classes } from '#ui/classes.ts'
import type { Shift } from '../contract/shifts.ts'
import { t } from './rotation-texts.ts'
import { placeOf, type twoWeeks } from './shift-lanes-layout.ts'
import { useMyZone } from './use-me.ts'

interface ShiftLanesProps {
  readonly shifts: readonly Shift[]
  readonly gaps: readonly { readonly start: string; readonly end: string }[]
  readonly range: ReturnType<typeof twoWeeks>
  readonly me: string | undefined
}

/** Two weeks of shifts, a lane for each layer, on one axis; where nobody has layer 1 it is hatched. */
export function ShiftLanes({ shifts, gaps, range, me }: ShiftLanesProps) {
  const now = useNow()
  const zone = useMyZone()
  const layers = [...new Set([1, ...shifts.map(({ layer }) => layer)])].toSorted((a, b) => a - b)
  const at = placeOf({ start: range.start, end: now.toString() }, range)
  const isNow = at !== null && millisecondsOf(range.end) > now.epochMilliseconds
  return (
    <div className="duty" aria-hidden="true">
      <div className="duty__axis">
        {range.days.map((day, index) => (
          <span key={day} className={index % 7 > 4 ? 'is-off' : ''}>
            {formatDayMark(day, { zone })}
          </span>
        ))}
      </div>
      {layers.map((layer) => (
        <div className="duty__lane" key={layer}>
          {layer === 1 && gaps.map((gap) => <Piece key={gap.start} span={gap} range={range} kind="gap" text={t('gapLabel')} />)}
          {shifts
            .filter((shift) => shift.layer === layer)
            .map((shift) => (
              <Piece
                key={shift.id}
                span={shift}
                range={range}
                kind={shift.person.handle === me ? 'own' : 'shift'}
                text={shift.person.name}
              />
            ))}
        </div>
      ))}
      {isNow && <span className="duty__now" style={{ left: percent(at.width) }} />}
    </div>
  )
}

interface PieceProps {
  readonly span: { readonly start: string; readonly end: string }
  readonly range: ShiftLanesProps['range']
  readonly kind: 'shift' | 'own' | 'gap'
  readonly text: string
}

function Piece({ span, range, kind, text }: PieceProps) {
  const now = useNow()
  const zone = useMyZone()
  const place = placeOf(span, range)
  if (!place) return null
  const title = t('fromTo', { from: formatSoon(span.start, { zone, now }), to: formatSoon(span.end, { zone, now }) })
  return (
    <span className={classes('duty__piece', `is-${kind}`)} style={{ left: percent(place.left), width: percent(place.width) }} title={title}>
      <span dir="auto">{text}</span>
    </span>
  )
}

const percent = (part: number): string => `${String(part)}%`
