import type { QueryClient } from '@tanstack/react-query'
import { type Me, getMe } from '#features/availability/contract/people.ts'
import { type Today, getToday } from '#features/delivery/contract/today.ts'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { answerOptions } from '#platform/browser/use-answer.ts'

/** The spaces of the sidebar. */
export const ownSpaces = { member: 'me', limit: 100 } as const

/** Whose answers these are. */
export function ownerOf([name]: readonly unknown[], data: unknown): string | null {
  return name === getToday.name || name === getMe.name ? (data as Me).person.id : null
}

/** Whose answer it is, with how they wish to be written for and which keys they chose. */
export const wishesOf = (data: unknown): Me['person'] => (data as Me).person

/** What Today brings along stands as the answers of the endpoints it is from, so that nothing asks them again. */
export function unpackToday(client: QueryClient, [name]: readonly unknown[], data: unknown): void {
  if (name !== getToday.name) return
  const { person, workspace, may, spaces } = data as Today
  client.setQueryData(answerOptions(getMe, {}).queryKey, { person, workspace, may })
  client.setQueryData(answerOptions(listSpaces, ownSpaces).queryKey, { items: spaces, next: null })
}
