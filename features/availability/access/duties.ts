import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '#platform/sql/database.ts'
import { resolvedCalendars } from './calendars.ts'
import type { Resolved } from '../rules/resolve.ts'

/** One turn at a duty that has not ended, with whose it is; epoch milliseconds. */
export interface DutyTurn {
  readonly start: number
  readonly end: number
  readonly person: { readonly id: string; readonly handle: string; readonly name: string }
  readonly resolved: Resolved
}

export interface Duties {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** In the order in which they are reached: by beginning, then layer by layer. */
  readonly turns: readonly DutyTurn[]
}

interface Wanted {
  readonly workspaceId: number
  /** The space in which something stands that whoever is on call has to read; null while that is not known. */
  readonly placeId: string | null
  readonly from: Temporal.Instant
  /** Who names the rotation: of those whom a guest does not see nobody has a turn for them. */
  readonly seerId: string
}

interface Row {
  readonly id: string
  readonly slug: string
  readonly rotation: string
  readonly personId: string | null
  readonly handle: string
  readonly name: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

const DAYS_AHEAD = 366

/** The rotations of these names that the one who names them sees, each with its turns from an instant on whose people may read the place; two statements. */
export async function dutiesNamed(
  db: Database | Tx,
  { slugs, ...wanted }: Wanted & { readonly slugs: readonly string[] },
): Promise<Map<string, Duties>> {
  if (slugs.length === 0) return new Map()
  const seen = sql`(${isNoGuest(wanted)} or exists (
    select from spaces theirs join space_members own on own.workspace_id = theirs.workspace_id and own.space_id = theirs.id
    where theirs.workspace_id = r.workspace_id and theirs.rotation_id = r.id and own.person_id = ${wanted.seerId}))`
  const found = await dutiesOf(db, wanted, sql`r.slug = any(${[...new Set(slugs)]}::text[]) and ${seen}`)
  return new Map(found.map((duties) => [duties.slug, duties]))
}

/** The same of one rotation, by its id. */
export async function dutiesOfRotation(db: Database | Tx, { id, ...wanted }: Wanted & { readonly id: string }): Promise<Duties | null> {
  const [duties] = await dutiesOf(db, wanted, sql`r.id = ${id}`)
  return duties ?? null
}

const isNoGuest = ({ workspaceId, seerId }: Wanted) => sql`exists (
  select from people seer where seer.workspace_id = ${workspaceId} and seer.id = ${seerId} and seer.role <> 'guest')`

async function dutiesOf(db: Database | Tx, wanted: Wanted, which: RawBuilder<unknown>): Promise<Duties[]> {
  const { workspaceId, placeId, from, seerId } = wanted
  const { rows } = await sql<Row>`
    select r.id, r.slug, r.name as rotation, turn.* from rotations r
    left join lateral (
      select s.person_id as "personId", p.handle, p.name, s.starts_at as "startsAt", s.ends_at as "endsAt", s.layer from shifts s
      join people p on p.workspace_id = s.workspace_id and p.id = s.person_id
      left join spaces place on place.workspace_id = s.workspace_id and place.id = ${placeId}::uuid
      where s.workspace_id = r.workspace_id and s.rotation_id = r.id and s.ends_at > ${from} and s.starts_at < ${from.add({ hours: 24 * DAYS_AHEAD })}
        and not exists (select from person_deactivations gone where gone.workspace_id = s.workspace_id and gone.person_id = s.person_id)
        and (place.id is null or (place.visibility = 'open' and p.role <> 'guest') or exists (
          select from space_members m where m.workspace_id = place.workspace_id and m.space_id = place.id and m.person_id = p.id))
        and (${isNoGuest(wanted)} or exists (
          select from space_members mine join space_members theirs on theirs.workspace_id = mine.workspace_id and theirs.space_id = mine.space_id
          where mine.workspace_id = s.workspace_id and mine.person_id = ${seerId} and theirs.person_id = p.id))
    ) turn on true
    where r.workspace_id = ${workspaceId} and ${which}
    order by greatest(turn."startsAt", ${from}), turn.layer
  `.execute(db)
  const people = rows.flatMap(({ personId }) => personId ?? [])
  const calendars = await resolvedCalendars(db, workspaceId, people)
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, some]) => ({
    id,
    slug: some[0]!.slug,
    name: some[0]!.rotation,
    turns: some.flatMap((row) => turnOf(row, calendars.get(row.personId ?? ''))),
  }))
}

function turnOf({ personId, handle, name, startsAt, endsAt }: Row, resolved: Resolved | undefined): DutyTurn[] {
  if (personId === null || !resolved) return []
  return [{ start: startsAt.epochMilliseconds, end: endsAt.epochMilliseconds, person: { id: personId, handle, name }, resolved }]
}
