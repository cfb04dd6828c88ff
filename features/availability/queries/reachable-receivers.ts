import { peopleByHandle, type PersonRow } from '#features/people/access.ts'
import { type SpaceRow, spacesBySlug } from '#features/spaces/access.ts'
import type { Context } from '#platform/context.ts'
import { invalid, notFound } from '#platform/contract/failure.ts'
import { resolvedCalendars } from '../access/calendars.ts'
import { type Duties, dutiesNamed } from '../access/duties.ts'
import type { Resolved } from '../rules/resolve.ts'
import { type Teammate, teammatesOf } from '../access/teammates.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** A person; a space with those of its members who can be asked together; or a rotation with its turns; neither of them without any. */
export type ReachableReceiver =
  | { readonly person: PersonRow; readonly resolved: Resolved; readonly team?: undefined; readonly duties?: undefined }
  | { readonly team: SpaceRow; readonly members: readonly Teammate[]; readonly duties?: undefined }
  | { readonly duties: Duties; readonly team?: undefined }

interface Named {
  readonly names: readonly string[]
  readonly placeId: string | null
  /** When it would be sent. */
  readonly from: Temporal.Instant
}

/** Those of these names that are people, spaces or rotations who can be reached, by name; as many statements for fifty as for one of each kind. */
export async function receiversByName(ctx: Context, { names, placeId, from }: Named): Promise<Map<string, ReachableReceiver>> {
  const people = await peopleByHandle(ctx.db, ctx, names)
  const others = names.filter((name) => !people.has(name))
  const teams = others.length === 0 ? new Map<string, SpaceRow>() : await spacesBySlug(ctx.db, ctx, others)
  const active = [...people.values()].filter(({ deactivated }) => !deactivated)
  const calendars = await resolvedCalendars(
    ctx.db,
    ctx.workspaceId,
    active.map(({ id }) => id),
  )
  const open = [...teams.values()].filter(({ archived }) => !archived)
  const members = await teammatesOf(ctx.db, {
    workspaceId: ctx.workspaceId,
    teamIds: open.map(({ id }) => id),
    placeId,
    askerId: ctx.personId,
  })
  const rest = others.filter((name) => !teams.has(name))
  const rotations = await dutiesNamed(ctx.db, { workspaceId: ctx.workspaceId, slugs: rest, placeId, from, seerId: ctx.personId })
  const persons = active.flatMap((person) => {
    const resolved = calendars.get(person.id)
    return resolved ? [[person.handle, { person, resolved }] as const] : []
  })
  const spaces = open.flatMap((team) => {
    const mates = members.get(team.id)
    return mates ? [[team.slug, { team, members: mates }] as const] : []
  })
  const onDuty = [...rotations].flatMap(([slug, duties]) => (duties.turns.length === 0 ? [] : [[slug, { duties }] as const]))
  return new Map<string, ReachableReceiver>([...persons, ...spaces, ...onDuty])
}

/**
 * Those named, each once and in that order. Who is not visible is refused with the place (404), as is who was deactivated, and a space that is
 * archived or in which nobody can be asked, and a rotation in which nobody is on call (422).
 */
export async function reachableReceivers(ctx: Context, { names, ...where }: Named): Promise<ReachableReceiver[]> {
  const meant = names.map((name) => (name === 'me' ? ctx.handle : name))
  const found = await receiversByName(ctx, { names: meant, ...where })
  const missing = meant.findIndex((name) => !found.has(name))
  if (missing >= 0) throw await refusalOf(ctx, { name: meant[missing]!, path: `to.${missing}`, from: where.from })
  return [...new Set(meant)].map((name) => found.get(name)!)
}

async function refusalOf(ctx: Context, { name, path, from }: { name: string; path: string; from: Temporal.Instant }): Promise<Error> {
  const person = (await peopleByHandle(ctx.db, ctx, [name])).get(name)
  if (person) return invalid([{ path, message: () => refusalText('reachesNobody', { name: person.name }) }])
  const team = (await spacesBySlug(ctx.db, ctx, [name])).get(name)
  if (!team) {
    const { workspaceId, personId: seerId } = ctx
    const rotation = (await dutiesNamed(ctx.db, { workspaceId, slugs: [name], placeId: null, from, seerId })).get(name)
    if (!rotation) return notFound('person', path)
    return invalid([{ path, message: () => refusalText('nobodyOnCall', { name: rotation.name }) }])
  }
  return invalid([{ path, message: () => refusalText(team.archived ? 'teamArchived' : 'teamEmpty', { name: team.name }) }])
}
