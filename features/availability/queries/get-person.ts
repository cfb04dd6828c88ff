import { personNamed } from '#features/people/access.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import { statementOnce } from '#platform/sql/written-once.ts'
import type { Person } from '../contract/person.ts'
import { personViews, selectPeople } from './person-views.ts'

/** One person, by handle or id, or 404; `me` is oneself. */
export async function getPerson(ctx: Context, { handle }: { handle: string }): Promise<Person> {
  const { column, value } = personNamed(ctx, handle)
  const { db, workspaceId, personId, role } = ctx
  const [row] = await personBy(db, { workspaceId, personId, role, column, value })
  if (!row) throw notFound('person')
  const [person] = await personViews(ctx, [row])
  return person!
}

type Values = Pick<Context, 'workspaceId' | 'personId' | 'role'> & ReturnType<typeof personNamed>

const personBy = statementOnce(
  ({ workspaceId, personId, role, column, value }: Values, db) =>
    selectPeople({ db, workspaceId, personId, role }).where(column, '=', value),
  ['role', 'column'],
)
