import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Tx } from '#platform/sql/database.ts'
import { peopleByHandle, type PersonRow } from '#features/people/access.ts'
import { readersAmong, type SpaceRow, spacesBySlug } from '#features/spaces/access.ts'
import { mayAddMembers } from '#features/spaces/policy.ts'
import { type Teammate, teammatesOf } from '#features/availability/access/teammates.ts'
import { type Duties, dutiesNamed } from '#features/availability/access/duties.ts'
import { cannotRead, ensureMayBeAsked, isDeactivated, isEmpty, nobodyOnCall } from '../rules/receivers.ts'

export interface Place {
  readonly spaceId: string
  readonly direct: boolean
}

interface Name {
  readonly name: string
  /** Where it stood in the request. */
  readonly path: string
}

/** A person; a rotation with its turns; or a space with its members who may have the ask, never none. */
export type Receiver =
  | { readonly person: PersonRow; readonly team?: undefined; readonly duties?: undefined }
  | { readonly duties: Duties; readonly team?: undefined }
  | { readonly team: Pick<SpaceRow, 'id' | 'name'>; readonly members: readonly Teammate[]; readonly duties?: undefined }

/**
 * Whom these names stand for, in the same order, if each may be asked in this space. Throws 404 for a name the actor does not see, and 422 for who
 * is deactivated or may not read there, and for a space or a rotation in which nobody can have it; each names its place.
 */
export async function requireReceivers(
  tx: Tx,
  ctx: Context,
  { place, names, askerId }: { place: Place; names: readonly Name[]; askerId: string },
): Promise<Receiver[]> {
  const all = names.map(({ name }) => name)
  const people = await peopleByHandle(tx, ctx, all)
  const others = all.filter((name) => !people.has(name))
  const teams = others.length === 0 ? new Map<string, SpaceRow>() : await spacesBySlug(tx, ctx, others)
  await ensureReaders(tx, ctx, { place, people: named(names, people) })
  for (const { found, path } of named(names, teams)) ensureMayBeAsked(found, { path, placeId: place.spaceId })
  const members = await teammatesOf(tx, {
    workspaceId: ctx.workspaceId,
    teamIds: [...teams.values()].map(({ id }) => id),
    placeId: place.spaceId,
    askerId,
  })
  const rest = others.filter((name) => !teams.has(name))
  const { workspaceId, personId: seerId } = ctx
  const duties = await dutiesNamed(tx, { workspaceId, slugs: rest, placeId: place.spaceId, from: ctx.now, seerId })
  for (const { found, path } of named(names, duties)) if (found.turns.length === 0) throw nobodyOnCall({ path, name: found.name })
  const receivers: Receiver[] = []
  for (const { name, path } of names) {
    const [person, team] = [people.get(name), teams.get(name)]
    if (person) receivers.push({ person })
    else if (team) receivers.push({ team, members: members.get(team.id) ?? noneIn(team, path) })
    else receivers.push({ duties: duties.get(name) ?? noneNamed(path) })
  }
  return receivers
}

const named = <Found>(names: readonly Name[], found: ReadonlyMap<string, Found>): { found: Found; path: string }[] =>
  names.flatMap(({ name, path }) => {
    const one = found.get(name)
    return one ? [{ found: one, path }] : []
  })

const noneIn = ({ name }: { readonly name: string }, path: string): never => {
  throw isEmpty({ name, path })
}

const noneNamed = (path: string): never => {
  throw notFound('person', path)
}

interface Readers {
  readonly place: Place
  readonly people: readonly { readonly found: PersonRow; readonly path: string }[]
}

async function ensureReaders(tx: Tx, ctx: Context, { place, people }: Readers): Promise<void> {
  const gone = people.find(({ found }) => found.deactivated)
  if (gone) throw isDeactivated({ path: gone.path, name: gone.found.name })
  const personIds = people.map(({ found }) => found.id)
  const readers = await readersAmong(tx, { workspaceId: ctx.workspaceId, spaceId: place.spaceId, personIds })
  const outsider = people.find(({ found }) => !readers.has(found.id))
  if (outsider) throw cannotRead({ path: outsider.path, name: outsider.found.name }, await mayAddTo(tx, ctx, place))
}

async function mayAddTo(tx: Tx, ctx: Context, { spaceId, direct }: Place): Promise<boolean> {
  const { rows } = await sql<{ madeBy: string; visibility: string; member: boolean }>`
    select created_by as "madeBy", visibility, exists (
      select from space_members m where m.workspace_id = spaces.workspace_id and m.space_id = spaces.id and m.person_id = ${ctx.personId}) as member
    from spaces where workspace_id = ${ctx.workspaceId} and id = ${spaceId}
  `.execute(tx)
  return rows[0] !== undefined && mayAddMembers(ctx, { ...rows[0], direct, archived: false })
}
