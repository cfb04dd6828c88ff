import { startOfTheirDay } from '#features/asks/web/sending-at.ts'
import { type Moment, millisecondsOf } from '#platform/text/moment.ts'
import { daysIntoWeek } from '#platform/text/week.ts'

interface Span {
  readonly start: string
  readonly end: string
}

export interface SnoozeTimes {
  /** Null when too little of the working day is left. */
  readonly laterToday: string | null
  /** When the next working day begins. */
  readonly nextDay: string
  /** When the first working day of the coming week begins. */
  readonly nextWeek: string
}

const LATER = 3 * 3_600_000

/** When something that is put off comes back, by when its reader works: `working` for two weeks from today on; nine o’clock where that is not known. */
export function snoozeTimes(working: readonly Span[], { zone, now }: { zone: string; now: Moment }): SnoozeTimes {
  const at = millisecondsOf(now)
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const today = working.find(({ start, end }) => millisecondsOf(start) <= at + LATER && at + LATER < millisecondsOf(end))
  const isToday = today !== undefined && here.add({ hours: 3 }).toPlainDate().equals(here.toPlainDate())
  const comingWeek = here.startOfDay().add({ days: 7 - daysIntoWeek(here.dayOfWeek) })
  const nine = (day: Temporal.ZonedDateTime): string => day.with({ hour: 9 }).toInstant().toString()
  const tomorrow = here.startOfDay().add({ days: 1 })
  const from = (day: Temporal.ZonedDateTime): string =>
    startOfTheirDay(working, { zone, now: day.toInstant().subtract({ seconds: 1 }).toString() }) ?? nine(day)
  return { laterToday: isToday ? here.add({ hours: 3 }).toInstant().toString() : null, nextDay: from(tomorrow), nextWeek: from(comingWeek) }
}
