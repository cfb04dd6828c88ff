import { personNamed } from '#features/people/access.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Person } from '../contract/person.ts'
import { personViews, selectPeople } from './person-views.ts'

/** One person, by handle or id, or 404; `me` is oneself. */
export async function getPerson(ctx: Context, { handle }: { handle: string }): Promise<Person> {
  const { column, value } = personNamed(ctx, handle)
  const row = await selectPeople(ctx).where(column, '=', value).executeTakeFirst()
  if (!row) throw notFound('person')
  const [person] = await personViews(ctx, [row])
  return person!
}
