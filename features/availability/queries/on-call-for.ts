import { visiblePeople } from '#features/people/access.ts'
import { readersAmong } from '#features/spaces/access.ts'
import type { Context } from '#platform/context.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import { onCall, type OnCall } from './on-call.ts'

export interface Duty {
  readonly rotation: OnCall['rotation']
  /** Who has the first layer that somebody has. */
  readonly person: { readonly id: string; readonly handle: string; readonly name: string }
  readonly until: Temporal.Instant
  /** Everybody on shift, by id. */
  readonly onShift: ReadonlySet<string>
}

/**
 * Who is on call for something that the actor sends in a space: of those on shift the first who may read there and whom the actor sees, the actor
 * aside. Null when nobody is.
 */
export async function onCallFor(
  ctx: Context,
  { spaceId, at }: { readonly spaceId: string | null; readonly at: Temporal.Instant },
): Promise<Duty | null> {
  const { db, workspaceId } = ctx
  const duty = await onCall(db, { workspaceId, spaceId, at })
  const shifts = duty?.shifts.filter(({ personId }) => personId !== ctx.personId) ?? []
  if (!duty || shifts.length === 0) return null
  const personIds = shifts.map(({ personId }) => personId)
  const readers = spaceId === null ? new Set(personIds) : await readersAmong(db, { workspaceId, spaceId, personIds })
  const seen = await seenBy(ctx, personIds)
  const reached = shifts.filter(({ personId }) => readers.has(personId) && seen.has(personId))
  const [first] = reached
  if (!first) return null
  const { personId: id, handle, name, endsAt } = first
  return { rotation: duty.rotation, person: { id, handle, name }, until: endsAt, onShift: new Set(reached.map(({ personId }) => personId)) }
}

async function seenBy(ctx: Context, personIds: readonly string[]): Promise<Set<string>> {
  if (ctx.role !== 'guest') return new Set(personIds)
  const rows = await visiblePeople(ctx.db, ctx).where('people.id', '=', anyOf(personIds)).execute()
  return new Set(rows.map(({ id }) => id))
}
