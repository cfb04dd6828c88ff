import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { answerOptions } from '#platform/browser/use-answer.ts'
import type { RefusedError } from '#platform/contract/client.ts'
import { type Day, listDays } from '../contract/days.ts'
import { daysAround } from './lane-hours.ts'

const fresh = 5 * 60_000

interface LaneDays {
  /** By handle, as far as they have come. */
  readonly days: ReadonlyMap<string, Day>
  readonly error: RefusedError | null
  again(): void
}

/** The time of these people around a date, asked for page by page. */
export function useLanes(pages: readonly (readonly string[])[], date: string): LaneDays {
  const stretch = daysAround(date)
  return useQueries({
    queries: pages
      .filter((handles) => handles.length > 0)
      .map((handles) => ({
        ...answerOptions(listDays, { people: handles.join(','), ...stretch }),
        staleTime: fresh,
        placeholderData: keepPreviousData,
      })),
    combine: (answers) => ({
      days: new Map(answers.flatMap(({ data }) => (data?.items ?? []).map((day) => [day.handle, day] as const))),
      error: answers.find(({ error, data }) => error !== null && !data)?.error ?? null,
      again: () => {
        for (const answer of answers) void answer.refetch()
      },
    }),
  })
}
