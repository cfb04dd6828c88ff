// oxlint-disable house/commands-record -- the person's joining records itself
import { addPerson as keepPerson } from '#features/people/commands/add-person.ts'
import { mayAdminister } from '#features/workspace/policy.ts'
import { claimName } from '#features/workspace/commands/claim-name.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { forbidden } from '#platform/contract/failure.ts'
import { transact } from '#platform/sql/transact.ts'
import type { addPerson as contract } from '../contract/people.ts'
import type { Person } from '../contract/person.ts'
import { getPerson } from '../queries/get-person.ts'
import { startCalendars } from './start-calendars.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Adds a person who has no sign-in yet. Throws `person.addition_not_allowed`. */
export async function addPerson(
  ctx: Context,
  { timeZone, email = null, ...person }: Omit<InputOf<typeof contract>, 'email'> & { email?: string | null | undefined },
): Promise<Person> {
  if (!mayAdminister(ctx.role)) throw forbidden('person.addition_not_allowed', () => refusalText('additionNotAllowed'))
  return transact(ctx, async (tx) => {
    await claimName(tx, ctx, { name: person.handle, kind: 'person', path: 'handle' })
    const id = await keepPerson(tx, ctx, { ...person, email })
    await startCalendars(tx, ctx, [{ id, timeZone }])
    return getPerson({ ...ctx, db: tx }, { handle: person.handle })
  })
}
