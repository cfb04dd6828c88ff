import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Visit } from '#platform/http/visit.ts'
import { proofOf } from '../access.ts'
import type { OwnSignIn } from '../contract/own-sign-in.ts'
import { isRecent, recentUntil } from '../rules/sessions.ts'

/** How whoever asks signs in: three statements, two with a token. */
export async function getOwnSignIn(ctx: Context, visit: Visit): Promise<OwnSignIn> {
  const own = await ownRow(ctx)
  const passkeys = await ctx.db
    .selectFrom('passkeys')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('person_id', '=', ctx.personId)
    .select(['id', 'name', 'made_at', 'used_at'])
    .orderBy('id')
    .execute()
  const shown = await proofOf(ctx, visit)
  const recent = shown !== null && isRecent(shown.provedAt, ctx.now) ? shown : null
  return {
    email: own.email,
    password: own.hasPassword,
    passkeys: passkeys.map((row) => ({ id: row.id, name: row.name, at: row.made_at.toString(), usedAt: row.used_at?.toString() ?? null })),
    secondFactor: own.since && { since: own.since.toString(), recoveryCodes: own.recoveryCodes },
    confirmedUntil: recent && recentUntil(recent.provedAt).toString(),
    withoutCurrent: recent !== null && recent.proof !== 'password',
  }
}

interface Own {
  readonly email: string | null
  readonly hasPassword: boolean
  readonly since: Temporal.Instant | null
  readonly recoveryCodes: number
}

async function ownRow({ db, workspaceId, personId }: Context): Promise<Own> {
  const { rows } = await sql<Own>`
    select p.email, exists (select from passwords w where w.workspace_id = p.workspace_id and w.person_id = p.id) as "hasPassword",
      factor.confirmed_at as since,
      (select count(*) from recovery_codes c where c.workspace_id = p.workspace_id and c.person_id = p.id and c.used_at is null) as "recoveryCodes"
    from people p left join second_factors factor on factor.workspace_id = p.workspace_id and factor.person_id = p.id
    where p.workspace_id = ${workspaceId} and p.id = ${personId}
  `.execute(db)
  const own = rows[0]
  if (!own) throw new Error('A person is identified who does not exist.')
  return own
}
