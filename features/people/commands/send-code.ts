// oxlint-disable house/commands-record -- that somebody asks for a code is no fact: the address may be nobody's
import { sql } from 'kysely'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { conflict } from '#platform/contract/failure.ts'
import type { Visit } from '#platform/http/visit.ts'
import { countAttempt } from '#platform/limits/attempts.ts'
import { networkOf } from '#platform/limits/network-of.ts'
import { newSecret, secretHash } from '#platform/secrets/secret.ts'
import { newId } from '#platform/sql/id.ts'
import { servedWorkspace } from '../access.ts'
import type { sendCode as contract } from '../contract/sign-in.ts'
import { codeExpiry } from '../rules/codes.ts'
import { codeLimits } from '../rules/sign-in-limits.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/**
 * Makes a code for the browser that asks, in place of one before; delivery mails it. The same is done and answered whether anybody has the
 * address, and it takes as long.
 */
export async function sendCode(visit: Visit, { email }: InputOf<typeof contract>, mail: boolean): Promise<Record<never, never>> {
  if (!mail) throw conflict('sign_in.no_mail', () => refusalText('noMail'))
  const { db, now, address } = visit
  await countAttempt({ db, workspaceId: servedWorkspace, now }, codeLimits(email, networkOf(address)))
  const door = visit.doorSecret ?? newSecret()
  const browser = secretHash(door)
  await sql`
    with earlier as (delete from sign_in_codes where workspace_id = ${servedWorkspace} and browser_hash = ${browser})
    insert into sign_in_codes (workspace_id, id, person_id, browser_hash, asked_at, expires_at)
    select ${servedWorkspace}::integer, ${newId(now)}::uuid, (
      select p.id from people p where p.workspace_id = ${servedWorkspace} and lower(p.email) = lower(${email})
        and not exists (select from person_deactivations gone where gone.workspace_id = p.workspace_id and gone.person_id = p.id)
    ), ${browser}::bytea, ${now}::timestamptz, ${codeExpiry(now)}::timestamptz
  `.execute(db)
  visit.keepDoor(door)
  return {}
}
