export type Sky = 'night' | 'dawn' | 'day' | 'dusk'

/** The sky at an hour of the day: dawn from 5, day from 8, dusk from 17, night from 20. */
export function skyAt(hour: number): Sky {
  if (hour < 5 || hour >= 20) return 'night'
  if (hour < 8) return 'dawn'
  return hour < 17 ? 'day' : 'dusk'
}
