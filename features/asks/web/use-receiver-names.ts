import { useNamed } from '#features/availability/web/use-named.ts'
import { useTeams } from './use-teams.ts'

/** What those are called that an ask goes to: people, spaces and rotations, as far as the reader sees them. */
export function useReceiverNames(names: readonly string[]): ReadonlyMap<string, string> {
  const people = useNamed(names)
  const { spaces, rotations } = useTeams(names.some((name) => !people.has(name)))
  return new Map([...[...spaces, ...rotations].map(({ slug, name }) => [slug, name] as const), ...people])
}
