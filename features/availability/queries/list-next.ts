import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import type { listNext as contract } from '../contract/times.ts'
import { nextReachable } from '../rules/next-reachable.ts'
import { instantTextOrNull } from '../rules/wire.ts'
import { reachablePeople } from './reachable-people.ts'

/** Who can be reached first, in the order a baton is passed. */
export async function listNext(ctx: Context, { people, from }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const named = await reachablePeople(ctx, { handles: people, path: 'people' })
  const start = from === undefined ? ctx.now : Temporal.Instant.from(from)
  const items = nextReachable(named, start.epochMilliseconds)
  return { items: items.map(({ handle, at, until }) => ({ handle, at: instantTextOrNull(at), until: instantTextOrNull(until) })) }
}
