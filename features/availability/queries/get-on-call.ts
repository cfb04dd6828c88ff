import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { PersonName } from '#platform/contract/shapes.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { requireRotation, seesPerson } from '../access/rotations.ts'
import type { getOnCall as contract } from '../contract/rotations.ts'
import { nextTurn, onCallAt, type Turn } from '../rules/on-call.ts'
import { instantText } from '../rules/wire.ts'
import { shiftRows } from './shift-rows.ts'

interface Held extends Turn {
  /** Null for somebody the reader does not see. */
  readonly person: PersonName | null
}

const LOOK_AHEAD = { hours: 24 * 366 }

/** Who has each layer now and next, and the gap if nobody has layer 1: one statement beside the one that finds the rotation. */
export async function getOnCall(ctx: Context, { slug }: { slug: string }): Promise<OutputOf<typeof contract>> {
  const rotation = await requireRotation(ctx.db, ctx, slug)
  const rows = await shiftRows(ctx)
    .where('rotations.id', '=', rotation.id)
    .where('shifts.ends_at', '>', ctx.now)
    .where('shifts.starts_at', '<', ctx.now.add(LOOK_AHEAD))
    .select(sql<boolean>`(${seesPerson(ctx.db, ctx, 'shifts.person_id')})`.as('seen'))
    .execute()
  const turns: Held[] = rows.map(({ layer, startsAt, endsAt, seen, handle, name }) => ({
    layer,
    start: startsAt.epochMilliseconds,
    end: endsAt.epochMilliseconds,
    person: seen ? { handle, name } : null,
  }))
  const at = ctx.now.epochMilliseconds
  const layers = [...new Set(turns.map(({ layer }) => layer))].toSorted((a, b) => a - b)
  const covered = onCallAt(turns, at).some(({ layer }) => layer === 1)
  return {
    at: ctx.now.toString(),
    layers: layers.map((layer) => layerAt(turns, layer, at)),
    gap: covered ? null : { until: fromOf(nextTurn(turns, 1, at)) },
  }
}

function layerAt(turns: readonly Held[], layer: number, at: number): OutputOf<typeof contract>['layers'][number] {
  const now = onCallAt(turns, at).find((turn) => turn.layer === layer)
  const next = nextTurn(turns, layer, at)
  return {
    layer,
    now: now?.person ? { layer, person: now.person, until: instantText(now.end) } : null,
    next: next?.person
      ? { person: next.person, from: instantText(next.start), until: instantText(next.end), after: afterAt(turns, next) }
      : null,
  }
}

/** Who has the layer of a turn from its end on; null in a gap. */
const afterAt = (turns: readonly Held[], { layer, end }: Turn): PersonName | null =>
  onCallAt(turns, end).find((turn) => turn.layer === layer)?.person ?? null

const fromOf = (turn: Turn | null): string | null => (turn === null ? null : instantText(turn.start))
