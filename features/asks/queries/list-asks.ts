import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { cursorInstant, cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { requirePerson } from '#features/people/access.ts'
import { spacesBySlug } from '#features/spaces/access.ts'
import { requireThread } from '#features/threads/access.ts'
import { isOpen } from '../access/asks.ts'
import type { Ask } from '../contract/ask.ts'
import type { listAsks as endpoint } from '../contract/asks.ts'
import { type Owner, person, space } from '../rules/owner.ts'
import { askViews } from './ask-views.ts'
import { byDue, dueOrNever, type SeenAsks } from './seen-asks.ts'

type Input = InputOf<typeof endpoint>

interface Filter {
  readonly owner: Owner | null
  readonly askerId: string | null
  readonly threadId: string | null
}

/** A piece of the asks the reader may see, by due. One statement, and one more for each name that has to be looked up. */
export async function listAsks(ctx: Context, input: Input): Promise<{ items: Ask[]; next: string | null }> {
  const filter = await filterOf(ctx, input)
  const found = await askViews(ctx, (asks) =>
    byDue(behind(narrowed(asks, { ...filter, reader: ctx.personId, state: input.state }), input.after)).limit(input.limit + 1),
  )
  const items = found.slice(0, input.limit)
  const last = items.at(-1)
  return { items, next: last && found.length > input.limit ? cursorOf([last.due ?? 'infinity', last.id]) : null }
}

async function filterOf(ctx: Context, { to, from, thread }: Input): Promise<Filter> {
  const idOf = async (name: string, path: string): Promise<string> =>
    name === 'me' || name === ctx.handle ? ctx.personId : (await requirePerson(ctx.db, ctx, { handle: name, path })).id
  const team = to === undefined || to === 'me' ? undefined : (await spacesBySlug(ctx.db, ctx, [to])).get(to)
  const threadId = thread === undefined ? null : (await requireThread(ctx.db, ctx, thread)).id
  return {
    owner: team ? space(team.id) : to === undefined ? null : person(await idOf(to, 'to')),
    askerId: from === undefined ? null : await idOf(from, 'from'),
    threadId,
  }
}

function narrowed(
  asks: SeenAsks,
  { owner, askerId, threadId, reader, state }: Filter & { reader: string; state: string | undefined },
): SeenAsks {
  const mine = owner === null && askerId === null && threadId === null
  return asks
    .$if(owner !== null && owner.ownerId !== null, (some) => some.where('asks.owner_id', '=', owner?.ownerId ?? ''))
    .$if(owner !== null && owner.ownerId === null, (some) => some.where('asks.owner_space_id', '=', owner?.ownerSpaceId ?? ''))
    .$if(askerId !== null, (some) => some.where('asks.asked_by', '=', askerId ?? ''))
    .$if(threadId !== null, (some) => some.where('asks.thread_id', '=', threadId ?? ''))
    .$if(mine, (some) => some.where((where) => where.or([where('asks.owner_id', '=', reader), where('asks.asked_by', '=', reader)])))
    .$if(state === 'open', (some) => some.where(isOpen))
    .$if(state !== undefined && state !== 'open', (some) => some.where('asks.state', '=', state ?? ''))
}

const cursor = z.tuple([cursorInstant.or(z.literal('infinity')), z.uuid()])

function behind(asks: SeenAsks, after: string | undefined): SeenAsks {
  const last = readCursor(cursor, after)
  return last ? asks.where(sql<boolean>`(${dueOrNever}, asks.id) > (${last[0]}::timestamptz, ${last[1]}::uuid)`) : asks
}
