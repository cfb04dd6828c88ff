import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { PersonName } from '#platform/contract/shapes.ts'
import { seesPerson, visibleRotations } from '../access/rotations.ts'
import type { Shift } from '../contract/shifts.ts'
import { mayAcceptSwap, mayChangeRotation, mayOfferShift, mayWithdrawSwap } from '../policy.ts'

interface SwapRow {
  readonly id: string
  readonly fromId: string
  readonly toId: string
  readonly offeredBy: string
  readonly from: PersonName
  readonly to: PersonName
  readonly by: PersonName
  readonly note: string
  readonly at: string
}

/** Shifts of rotations that the reader may see, each with the offer that is open for it; narrow it down and execute it. */
export function shiftRows(ctx: Context) {
  const { db, workspaceId, personId } = ctx
  return visibleRotations(db, ctx)
    .innerJoin('shifts', (join) =>
      join.onRef('shifts.workspace_id', '=', 'rotations.workspace_id').onRef('shifts.rotation_id', '=', 'rotations.id'),
    )
    .innerJoin('people as holder', (join) =>
      join.onRef('holder.workspace_id', '=', 'shifts.workspace_id').onRef('holder.id', '=', 'shifts.person_id'),
    )
    .where('shifts.workspace_id', '=', workspaceId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('person_deactivations as gone')
            .whereRef('gone.workspace_id', '=', 'shifts.workspace_id')
            .whereRef('gone.person_id', '=', 'shifts.person_id')
            .select(sql`1`.as('one')),
        ),
      ),
    )
    .select(['shifts.id', 'shifts.layer', 'shifts.person_id as personId', 'shifts.starts_at as startsAt', 'shifts.ends_at as endsAt'])
    .select(['holder.handle', 'holder.name', 'rotations.slug as rotationSlug', 'rotations.name as rotationName'])
    .select([
      sql<boolean>`exists (select from rotation_members own
        where own.workspace_id = rotations.workspace_id and own.rotation_id = rotations.id and own.person_id = ${personId})`.as('member'),
      openSwap(ctx).as('swap'),
    ])
}

const named = (alias: string) => sql`json_build_object('handle', ${sql.ref(`${alias}.handle`)}, 'name', ${sql.ref(`${alias}.name`)})`

/** An offer holds as long as the shift is as it was when it was made. It is shown to who sees both of its people. */
const openSwap = (ctx: Context) => sql<SwapRow | null>`(
  select json_build_object('id', swaps.id, 'fromId', swaps.from_id, 'toId', swaps.to_id, 'offeredBy', swaps.offered_by, 'from', ${named('giver')},
                           'to', ${named('taker')}, 'by', ${named('offerer')}, 'note', swaps.note, 'at', swaps.offered_at)
  from swaps
  join people giver on giver.workspace_id = swaps.workspace_id and giver.id = swaps.from_id
  join people taker on taker.workspace_id = swaps.workspace_id and taker.id = swaps.to_id
  join people offerer on offerer.workspace_id = swaps.workspace_id and offerer.id = swaps.offered_by
  where swaps.workspace_id = shifts.workspace_id and swaps.shift_id = shifts.id and swaps.from_id = shifts.person_id
    and swaps.starts_at = shifts.starts_at and swaps.ends_at = shifts.ends_at and ${seesPerson(ctx.db, ctx, 'swaps.to_id')}
    and not exists (select from swap_settlements s where s.workspace_id = swaps.workspace_id and s.swap_id = swaps.id)
  order by swaps.id desc limit 1)`

type ShiftColumns = Awaited<ReturnType<ReturnType<typeof shiftRows>['execute']>>[number]

/** A row as the reader is answered it. What is over can only be read. */
export function toShift(ctx: Context, row: ShiftColumns): Shift {
  const ahead = Temporal.Instant.compare(row.endsAt, ctx.now) > 0
  const own = mayOfferShift(ctx, row)
  return {
    id: row.id,
    rotation: { slug: row.rotationSlug, name: row.rotationName },
    layer: row.layer,
    person: { handle: row.handle, name: row.name },
    start: row.startsAt.toString(),
    end: row.endsAt.toString(),
    swap: row.swap && ahead ? toSwap(ctx, row.swap) : null,
    may: {
      change: ahead && mayChangeRotation(ctx, row),
      offer: ahead && own && row.swap === null,
      takeOver: ahead && !own && row.member && row.swap === null,
    },
  }
}

function toSwap(ctx: Context, { id, from, to, by, note, at, ...offer }: SwapRow): Shift['swap'] {
  const accept = mayAcceptSwap(ctx, offer)
  return {
    id,
    from,
    to,
    by,
    note,
    at: Temporal.Instant.from(at).toString(),
    may: { accept, decline: accept, withdraw: mayWithdrawSwap(ctx, offer) },
  }
}
