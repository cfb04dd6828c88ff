import { useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import type { RefusedError } from '#platform/contract/client.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { type Day, listDays } from '../contract/days.ts'
import { findOverlap } from '../contract/times.ts'
import { sharedRange } from './shared-range.ts'

export type Overlap = OutputOf<typeof findOverlap>

export interface SharedHourSearch {
  /** The handles of those who take part. */
  readonly picked: readonly string[]
  toggle(handle: string): void
  /** Undefined until two take part and the answer has come. */
  readonly overlap: Overlap | undefined
  readonly error: RefusedError | null
  /** Their next three days, by handle. */
  readonly days: ReadonlyMap<string, Day>
}

const MINUTES = 30
const fresh = 5 * 60_000

/** When those who are picked work at once within the next three days; the reader is picked at first. */
export function useSharedHour(me: string | undefined): SharedHourSearch {
  const now = useNow()
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const picked = chosen ?? (me === undefined ? [] : [me])
  const range = sharedRange(now)
  const people = picked.toSorted()
  const { data: overlap, error } = useAnswer(
    findOverlap,
    { people, ...range, minutes: MINUTES },
    { enabled: people.length > 1, keepLast: true, staleTime: fresh },
  )
  const { data: days } = useAnswer(
    listDays,
    { people: people.join(','), ...range },
    { enabled: people.length > 0, keepLast: true, staleTime: fresh },
  )
  return {
    picked,
    toggle: (handle) => setChosen(picked.includes(handle) ? picked.filter((other) => other !== handle) : [...picked, handle]),
    overlap: picked.length > 1 ? overlap : undefined,
    error: picked.length > 1 ? error : null,
    days: new Map(days?.items.map((day) => [day.handle, day])),
  }
}
