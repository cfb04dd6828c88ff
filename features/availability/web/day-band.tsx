import { useNow } from '#platform/browser/now.tsx'
import { Band, type BandProps } from '#ui/band.tsx'
import type { Day } from '../contract/days.ts'
import { dayHours, hourOn } from './day-hours.ts'
import { dayLabel } from './day-label.ts'

interface DayBandProps {
  readonly day: Day
  readonly size?: BandProps['size']
  readonly dues?: readonly string[]
  /** Instants at which something reaches them; their own deliveries when left out. */
  readonly deliveries?: readonly string[]
}

/** A person's own day, 00 to 24 by their clock. */
export function DayBand({ day, size = 'chip', dues = [], deliveries = size === 'chip' ? [] : day.deliveries }: DayBandProps) {
  const now = useNow()
  const onBand = (instants: readonly string[]) => instants.map((instant) => hourOn(day, instant)).filter((hour) => hour >= 0 && hour <= 24)
  return <Band size={size} label={dayLabel(day, now)} {...dayHours(day, now)} dues={onBand(dues)} deliveries={onBand(deliveries)} />
}
