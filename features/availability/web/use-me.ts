import { useAnswer } from '#platform/browser/use-answer.ts'
import { type Me, getMe } from '../contract/people.ts'

const fresh = 5 * 60_000

/** Who is signed in here, once it is known. */
export function useMe(): Me | undefined {
  return useAnswer(getMe, {}, { staleTime: fresh }).data
}

/** The reader's own zone; that of this device until it is known. */
export function useMyZone(): string {
  return useMe()?.person.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}
