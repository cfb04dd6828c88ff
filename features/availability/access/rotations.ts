import { type RawBuilder, sql } from 'kysely'
import { visiblePeople } from '#features/people/access.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Database, Tx } from '#platform/sql/database.ts'

type Reader = Pick<Context, 'workspaceId' | 'personId' | 'role'>

/** The rotations this person may see: all; for a guest, those that are on call for a space they are a member of. */
export function visibleRotations(db: Database | Tx, { workspaceId, personId, role }: Reader) {
  const rotations = db.selectFrom('rotations').where('rotations.workspace_id', '=', workspaceId)
  if (role !== 'guest') return rotations
  const met = db
    .selectFrom('spaces')
    .innerJoin('space_members as own', (join) =>
      join.onRef('own.workspace_id', '=', 'spaces.workspace_id').onRef('own.space_id', '=', 'spaces.id'),
    )
    .where('spaces.workspace_id', '=', workspaceId)
    .where('own.person_id', '=', personId)
    .select('spaces.rotation_id')
  return rotations.where('rotations.id', 'in', met)
}

/** The condition that a column names somebody the reader sees: always, but for guests. */
export function seesPerson(db: Database | Tx, reader: Reader, column: string): RawBuilder<boolean> {
  if (reader.role !== 'guest') return sql<boolean>`true`
  return sql<boolean>`${sql.ref(column)} in (${visiblePeople(db, reader).clearSelect().select('people.id')})`
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The condition that `rotations` is the one a path names: by its slug, or by its id. */
export function namedRotation(slug: string): RawBuilder<boolean> {
  return uuid.test(slug) ? sql`rotations.id = ${slug}` : sql`rotations.slug = ${slug}`
}

export interface RotationRow {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly purpose: string
  /** Whether the actor is one of its members. */
  readonly member: boolean
}

/** A slug and its place in the request. */
interface Placed {
  readonly slug: string
  readonly path: string
}

/** A rotation by its slug or id, or 404, which names the place where the slug stood if it is given. */
export async function requireRotation(db: Database | Tx, ctx: Reader, which: string | Placed): Promise<RotationRow> {
  const { slug, path } = typeof which === 'string' ? { slug: which, path: undefined } : which
  const rotation = await rotationRows(db, ctx).where(namedRotation(slug)).executeTakeFirst()
  if (!rotation) throw notFound('rotation', path)
  return rotation
}

/** As `requireRotation`, held against other changes of it and of its shifts until the transaction ends. */
export async function lockRotation(tx: Tx, ctx: Reader, slug: string): Promise<RotationRow> {
  const rotation = await rotationRows(tx, ctx).where(namedRotation(slug)).forNoKeyUpdate('rotations').executeTakeFirst()
  if (!rotation) throw notFound('rotation')
  return rotation
}

function rotationRows(db: Database | Tx, reader: Reader) {
  return visibleRotations(db, reader)
    .select(['rotations.id', 'rotations.slug', 'rotations.name', 'rotations.purpose'])
    .select(
      sql<boolean>`exists (select from rotation_members own
        where own.workspace_id = rotations.workspace_id and own.rotation_id = rotations.id and own.person_id = ${reader.personId})`.as(
        'member',
      ),
    )
}

export interface ShiftRow {
  readonly id: string
  readonly rotation: RotationRow
  readonly layer: number
  readonly personId: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** A shift of a rotation the actor sees, or 404; its rotation is held until the transaction ends, and so are all its shifts. */
export async function lockShift(tx: Tx, ctx: Reader, id: string): Promise<ShiftRow> {
  const known = await tx
    .selectFrom('shifts')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .select('rotation_id')
    .executeTakeFirst()
  if (!known) throw notFound('shift')
  const [rotation] = await rotationRows(tx, ctx).where('rotations.id', '=', known.rotation_id).forNoKeyUpdate('rotations').execute()
  // Read behind the lock: who waited for it must see what was done meanwhile.
  const shift = await tx
    .selectFrom('shifts')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where(seesPerson(tx, ctx, 'shifts.person_id'))
    .select(['id', 'layer', 'person_id as personId', 'starts_at as startsAt', 'ends_at as endsAt'])
    .executeTakeFirst()
  if (!rotation || !shift) throw notFound('shift')
  return { ...shift, rotation }
}

export interface SwapRow {
  readonly id: string
  readonly rotationId: string
  readonly shiftId: string
  /** Shifts may be taken away; offers of them stay on record. */
  readonly shiftThere: boolean
  readonly fromId: string
  readonly toId: string
  readonly offeredBy: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** An offer of a shift in a rotation the actor sees, or 404. */
export async function requireSwap(tx: Tx, ctx: Reader, id: string): Promise<SwapRow> {
  const swap = await visibleRotations(tx, ctx)
    .innerJoin('swaps', (join) =>
      join.onRef('swaps.workspace_id', '=', 'rotations.workspace_id').onRef('swaps.rotation_id', '=', 'rotations.id'),
    )
    .where('swaps.workspace_id', '=', ctx.workspaceId)
    .where('swaps.id', '=', id)
    .where(seesPerson(tx, ctx, 'swaps.from_id'))
    .where(seesPerson(tx, ctx, 'swaps.to_id'))
    .select(['swaps.id', 'swaps.rotation_id as rotationId', 'swaps.shift_id as shiftId', 'swaps.from_id as fromId', 'swaps.to_id as toId'])
    .select(['swaps.offered_by as offeredBy', 'swaps.starts_at as startsAt', 'swaps.ends_at as endsAt'])
    .select(
      sql<boolean>`exists (select from shifts where shifts.workspace_id = swaps.workspace_id and shifts.id = swaps.shift_id)`.as(
        'shiftThere',
      ),
    )
    .executeTakeFirst()
  if (!swap) throw notFound('swap')
  return swap
}
