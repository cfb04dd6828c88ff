import { peopleByHandle, type PersonRow } from '#features/people/access.ts'
import type { Context } from '#platform/context.ts'
import { invalid, notFound } from '#platform/contract/failure.ts'
import { resolvedCalendars } from '../access/calendars.ts'
import type { Resolved } from '../rules/resolve.ts'
import { refusalText } from '../rules/refusal-texts.ts'

export interface ReachablePerson {
  readonly person: PersonRow
  readonly handle: string
  readonly resolved: Resolved
}

interface Named {
  readonly handles: readonly string[]
  /** Where in the request they stood: `to`, `people`. */
  readonly path: string
}

/**
 * The people named, each once and in that order, with their calendars, in two statements. Who is not visible is refused with the place (404),
 * as is who was deactivated (422).
 */
export async function reachablePeople(ctx: Context, { handles, path }: Named): Promise<ReachablePerson[]> {
  const names = handles.map((handle) => (handle === 'me' ? ctx.handle : handle))
  const people = await peopleByHandle(ctx.db, ctx, names)
  const found = names.map((name, index) => ensureReachable(people.get(name), `${path}.${index}`))
  const calendars = await resolvedCalendars(
    ctx.db,
    ctx.workspaceId,
    found.map((person) => person.id),
  )
  return [...new Map(found.map((person) => [person.id, person])).values()].map((person) => {
    const resolved = calendars.get(person.id)
    if (!resolved) throw new Error(`The person ${person.id} has no calendar.`)
    return { person, handle: person.handle, resolved }
  })
}

function ensureReachable(person: PersonRow | undefined, path: string): PersonRow {
  if (!person) throw notFound('person', path)
  if (person.deactivated) throw invalid([{ path, message: () => refusalText('reachesNobody', { name: person.name }) }])
  return person
}
