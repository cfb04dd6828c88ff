import { listRotations } from '#features/availability/contract/rotations.ts'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { useWhole } from '#platform/browser/use-whole.ts'

const fresh = { staleTime: 60_000 }

/** The spaces and rotations that can be asked, as far as the reader sees them; none unless `enabled`. */
export function useTeams(enabled: boolean) {
  const spaces = useWhole(listSpaces, { archived: 'false', limit: 100 }, { enabled, ...fresh }).data?.items ?? []
  const rotations = useWhole(listRotations, { limit: 100 }, { enabled, ...fresh }).data?.items ?? []
  return { spaces, rotations }
}
