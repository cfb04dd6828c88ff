import { createContext, use } from 'react'
import type { Me } from '../contract/people.ts'

/** Who is signed in here, for all that is shown to them: asked for once, around every page. */
export const MeContext = createContext<Me | undefined>(undefined)

/** Who is signed in here, once it is known. */
export function useMe(): Me | undefined {
  return use(MeContext)
}

/** The reader's own zone; that of this device until it is known. */
export function useMyZone(): string {
  return useMe()?.person.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}
