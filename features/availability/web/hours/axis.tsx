import type { CSSProperties } from 'react'

/** The hours beside the days, every third named. */
export function Axis() {
  return (
    <div className="wk__axis" aria-hidden="true">
      {[0, 3, 6, 9, 12, 15, 18, 21, 24].map((hour) => (
        <span key={hour} style={{ '--a': hour * 60 } as CSSProperties}>
          {String(hour).padStart(2, '0')}
        </span>
      ))}
    </div>
  )
}
