import { type Me, getMe } from '#features/availability/contract/people.ts'
import { type Today, getToday } from '#features/delivery/contract/today.ts'
import { listSpaces } from '#features/spaces/contract/space.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { ownSpaces } from './unpack-today.ts'

/** What stands around every page, as far as it has come. */
export interface ShellContent {
  readonly me: Me | undefined
  readonly spaces: readonly { readonly slug: string; readonly name: string }[]
  readonly today: Today | undefined
  /** Today has come, or will not. */
  readonly hasCome: boolean
}

const fresh = 60_000

/** All of it comes with Today; each part asks for itself only when that is not to be had, or when it has changed since. */
export function useShell(): ShellContent {
  const { data: today, isPending } = useAnswer(getToday, {}, { staleTime: fresh })
  const alone = { staleTime: fresh, enabled: !isPending }
  const me = useAnswer(getMe, {}, alone).data
  const spaces = useAnswer(listSpaces, ownSpaces, alone).data
  return { me, spaces: spaces?.items ?? [], today, hasCome: !isPending }
}
