import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { forbidden } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Visit } from '#platform/http/visit.ts'
import { hashPassword } from '#platform/secrets/password-hash.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireRecentProof } from '../access.ts'
import type { changePassword as contract } from '../contract/sign-in.ts'
import { ensureGoodPassword } from '../rules/password.ts'
import { ensurePassword } from './ensure-password.ts'
import { endOthers } from './end-others.ts'
import { keepPassword } from './keep-password.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/**
 * Changes one's own password, given the present one (403 `password.wrong`), and ends one's other sessions. Who signed in by code or passkey a
 * short while ago need not know it: this is the way back for who forgot it.
 */
export async function changePassword(ctx: Context, input: InputOf<typeof contract>, visit: Visit): Promise<Record<never, never>> {
  const person = await profileOf(ctx)
  if (input.current === undefined) await requireOtherProof(ctx, visit)
  else await ensurePassword(ctx, visit, { given: input.current, hash: person.hash, path: 'current' })
  ensureGoodPassword(input.new, { path: 'new', own: [person.name, ctx.handle, person.email ?? '', person.workspace] })
  const hash = await hashPassword(input.new)
  await transact(ctx, async (tx) => {
    await keepPassword(tx, { ...ctx, hash })
    await endOthers(tx, ctx, visit)
    await record(tx, ctx, { type: 'password.changed', subject: { personId: ctx.personId }, audited: true })
  })
  return {}
}

async function requireOtherProof(ctx: Context, visit: Visit): Promise<void> {
  if ((await requireRecentProof(ctx, visit)) !== 'password') return
  throw forbidden('session.not_recent', () => refusalText('notRecent'))
}

function profileOf(ctx: Context) {
  return ctx.db
    .selectFrom('people')
    .innerJoin('workspaces', 'workspaces.id', 'people.workspace_id')
    .leftJoin('passwords', (join) =>
      join.onRef('passwords.workspace_id', '=', 'people.workspace_id').onRef('passwords.person_id', '=', 'people.id'),
    )
    .where('people.workspace_id', '=', ctx.workspaceId)
    .where('people.id', '=', ctx.personId)
    .select(['people.name', 'people.email', 'passwords.hash', 'workspaces.name as workspace'])
    .executeTakeFirstOrThrow()
}
