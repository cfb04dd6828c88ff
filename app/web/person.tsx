import { AsksBetween } from '#features/asks/web/asks-between.tsx'
import { PersonPage } from '#features/availability/web/person-page.tsx'

/** The page of a person with what features above people show on it. */
export function Person({ handle }: { handle: string }) {
  return <PersonPage handle={handle} between={(person) => <AsksBetween person={person} />} />
}
