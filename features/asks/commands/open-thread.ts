// oxlint-disable house/commands-record -- what it is made of records its own facts
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { invalid, notFound } from '#platform/contract/failure.ts'
import { transact } from '#platform/sql/transact.ts'
import type { Tx } from '#platform/sql/database.ts'
import { peopleByHandle, requirePerson } from '#features/people/access.ts'
import { requireSpace, type SpaceRow } from '#features/spaces/access.ts'
import { openDirectSpace } from '#features/spaces/commands/open-direct-space.ts'
import { openThread as openPlainThread } from '#features/threads/commands/open-thread.ts'
import type { openThread as endpoint, Thread } from '../contract/threads.ts'
import { getThread } from '../queries/get-thread.ts'
import { isDeactivated } from '../rules/receivers.ts'
import { addAsks } from './add-asks.ts'
import { refusalText } from '../rules/refusal-texts.ts'

type Input = Omit<InputOf<typeof endpoint>, 'sendAt'>

/** Opens a thread with its first post and the asks in it: all of it, or nothing. */
export async function openThread(ctx: Context, input: Input): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const space = await placeOf(tx, ctx, input)
    const driId = input.dri === undefined ? null : (await requirePerson(tx, ctx, { handle: input.dri, path: 'dri' })).id
    const { kind, title, purpose, body, fyi, files } = input
    const { threadId } = await openPlainThread(tx, ctx, {
      space,
      kind,
      title,
      purpose,
      body,
      fyi,
      files,
      driId,
      highlights: input.highlights ?? null,
      closesOn: input.closesOn ?? null,
      alongside: ({ threadId: id, postId, seq }) =>
        addAsks(tx, ctx, {
          thread: { id, spaceId: space.id, direct: space.direct, respondWithin: space.respondWithin },
          postId,
          seq,
          asks: input.asks,
        }),
    })
    return getThread({ ...ctx, db: tx }, { number: threadId })
  })
}

async function placeOf(tx: Tx, ctx: Context, { space, people = [] }: Input): Promise<SpaceRow> {
  if (space !== undefined) return requireSpace(tx, ctx, { slug: space, path: 'space' })
  const found = await peopleByHandle(tx, ctx, people)
  const others = people.map((name, index) => ({ path: `people.${index}`, person: found.get(name) }))
  for (const { path, person } of others) {
    if (!person) throw notFound('person', path)
    if (person.deactivated) throw isDeactivated({ path, name: person.name })
  }
  const ids = others.flatMap(({ person }) => (person && person.id !== ctx.personId ? [person.id] : []))
  if (ids.length === 0) throw invalid([{ path: 'people', message: () => refusalText('somebodyElse') }])
  return openDirectSpace(tx, ctx, ids)
}
