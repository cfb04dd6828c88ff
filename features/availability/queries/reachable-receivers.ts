import { peopleByHandle, type PersonRow } from '#features/people/access.ts'
import { readersAmong, type SpaceRow, spacesBySlug } from '#features/spaces/access.ts'
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
export const receiversByName = async (ctx: Context, named: Named): Promise<Map<string, ReachableReceiver>> =>
  (await found(ctx, named)).receivers

interface Found {
  readonly receivers: Map<string, ReachableReceiver>
  /** People who may not read where it would stand, by handle. */
  readonly outsiders: ReadonlyMap<string, PersonRow>
}

async function found(ctx: Context, { names, placeId, from }: Named): Promise<Found> {
  const people = await peopleByHandle(ctx.db, ctx, names)
  const others = names.filter((name) => !people.has(name))
  const teams = others.length === 0 ? new Map<string, SpaceRow>() : await spacesBySlug(ctx.db, ctx, others)
  const present = [...people.values()].filter(({ deactivated }) => !deactivated)
  const [active = [], outside = []] = await parted(ctx, placeId, present)
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
  return {
    receivers: new Map<string, ReachableReceiver>([...persons, ...spaces, ...onDuty]),
    outsiders: new Map(outside.map((person) => [person.handle, person])),
  }
}

/** Those of these people who may read there, and those who may not. */
async function parted({ db, workspaceId }: Context, spaceId: string | null, people: readonly PersonRow[]): Promise<PersonRow[][]> {
  if (spaceId === null) return [[...people]]
  const readers = await readersAmong(db, { workspaceId, spaceId, personIds: people.map(({ id }) => id) })
  return [people.filter(({ id }) => readers.has(id)), people.filter(({ id }) => !readers.has(id))]
}

/**
 * Those named, each once and in that order. Who is not visible is refused with the place (404), as is who was deactivated or may not read where it
 * would stand, and a space that is archived or in which nobody can be asked, and a rotation in which nobody is on call (422).
 */
export async function reachableReceivers(ctx: Context, { names, ...where }: Named): Promise<ReachableReceiver[]> {
  const meant = names.map((name) => (name === 'me' ? ctx.handle : name))
  const { receivers, outsiders } = await found(ctx, { names: meant, ...where })
  const missing = meant.findIndex((name) => !receivers.has(name) && !outsiders.has(name))
  if (missing >= 0) throw await refusalOf(ctx, { name: meant[missing]!, path: `to.${missing}`, from: where.from })
  const errors = meant.flatMap((handle, index) => {
    const name = outsiders.get(handle)?.name
    return name === undefined ? [] : [{ path: `to.${index}`, message: () => refusalText('mayNotRead', { name }) }]
  })
  if (errors.length > 0) throw invalid(errors)
  return [...new Set(meant)].map((name) => receivers.get(name)!)
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
