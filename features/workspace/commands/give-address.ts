import { lockPerson, requireRecentProof } from '#features/people/access.ts'
import { changeEmail } from '#features/people/commands/change-email.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { conflict } from '#platform/contract/failure.ts'
import type { Visit } from '#platform/http/visit.ts'
import { transact } from '#platform/sql/transact.ts'
import { ensureAdministers } from '../access.ts'
import type { AdministeredPerson, giveAddress as contract } from '../contract/people.ts'
import { administeredPerson } from '../queries/list-administered-people.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Gives an address to somebody who cannot sign in yet. Whose sign-in exists already keeps it: throws `person.signs_in`. */
export async function giveAddress(ctx: Context, { handle, email }: InputOf<typeof contract>, visit: Visit): Promise<AdministeredPerson> {
  ensureAdministers(ctx)
  return transact(ctx, async (tx) => {
    const within = { ...ctx, db: tx }
    const { id } = await lockPerson(tx, ctx, handle)
    await requireRecentProof(ctx, visit)
    const person = await administeredPerson(within, id)
    if (!person.may.giveAddress) throw conflict('person.signs_in', () => refusalText('signsIn', { name: person.name }))
    await changeEmail(tx, ctx, { personId: id, email })
    return administeredPerson(within, id)
  })
}
