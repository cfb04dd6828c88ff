// oxlint-disable house/commands-record -- it is a fact once it is confirmed
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import type { Visit } from '#platform/http/visit.ts'
import { qrOf } from '#platform/pictures/qr.ts'
import { newTotpSecret, totpAddress } from '#platform/secrets/totp.ts'
import { requireRecentProof, sealedFactor, type SignInKeys } from '../access.ts'
import type { beginSecondFactor as contract } from '../contract/second-factor.ts'
import { secondFactorOn } from '../rules/failures.ts'

/** Makes the secret of a second factor for whoever asks, in place of one that was never confirmed. Throws `second_factor.already_on`. */
export async function beginSecondFactor(ctx: Context, visit: Visit, keys: SignInKeys): Promise<OutputOf<typeof contract>> {
  await requireRecentProof(ctx, visit)
  const secret = newTotpSecret()
  const { rows } = await sql<{ workspace: string; email: string | null }>`
    with begun as (
      insert into second_factors (workspace_id, person_id, secret, begun_at)
      values (${ctx.workspaceId}, ${ctx.personId}, ${sealedFactor(keys.secret, ctx.personId, secret)}, ${ctx.now})
      on conflict (workspace_id, person_id) do update set secret = excluded.secret, last_step = 0, begun_at = excluded.begun_at
        where second_factors.confirmed_at is null
      returning workspace_id, person_id
    )
    select w.name as workspace, p.email from begun
      join people p on p.workspace_id = begun.workspace_id and p.id = begun.person_id join workspaces w on w.id = p.workspace_id
  `.execute(ctx.db)
  const person = rows[0]
  if (!person) throw secondFactorOn()
  const address = totpAddress(secret, { issuer: `Baton, ${person.workspace}`, label: person.email ?? ctx.handle })
  return { secret, address, qr: qrOf(address) }
}
