import type { CSSProperties } from 'react'
import { formatHourMark } from '#platform/text/format-time.ts'

/** The hours beside the days, every third named. */
export function Axis() {
  return (
    <div className="wk__axis" aria-hidden="true">
      {[0, 3, 6, 9, 12, 15, 18, 21, 24].map((hour) => (
        <span key={hour} style={{ '--a': hour * 60 } as CSSProperties}>
          {formatHourMark(hour)}
        </span>
      ))}
    </div>
  )
}
