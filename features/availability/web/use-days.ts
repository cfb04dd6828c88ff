import { useMemo } from 'react'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { type Day, listDays } from '../contract/days.ts'

const MOST = 100
const fresh = 5 * 60_000

/** The local days of these people by handle, as far as they have come. */
export function useDays(handles: readonly string[]): ReadonlyMap<string, Day> {
  const people = [...new Set(handles)].toSorted().slice(0, MOST).join(',')
  const { data } = useAnswer(listDays, { people }, { enabled: people !== '', keepLast: true, staleTime: fresh })
  return useMemo(() => new Map(data?.items.map((day) => [day.handle, day])), [data])
}
