import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { conflict } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Visit } from '#platform/http/visit.ts'
import { type MadePasskey, verifiedCreation } from '#platform/passkeys/passkey.ts'
import { newId } from '#platform/sql/id.ts'
import { isUniqueViolation } from '#platform/sql/unique-violation.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireRecentProof, requireRelyingParty, type SignInKeys } from '../access.ts'
import type { addPasskey as contract, Passkey } from '../contract/passkeys.ts'
import { passkeyRefused } from '../rules/failures.ts'
import { spendChallenge } from './spend-challenge.ts'
import { refusalText } from '../rules/refusal-texts.ts'

type Input = InputOf<typeof contract>

/** Keeps a passkey that the browser made for what this session was told. Throws `passkey.refused`, and `passkey.known` for one that is kept. */
export async function addPasskey(ctx: Context, input: Input, { visit, keys }: { visit: Visit; keys: SignInKeys }): Promise<Passkey> {
  await requireRecentProof(ctx, visit)
  const made = await madePasskey(input, { visit, keys })
  if (!made) throw passkeyRefused(409)
  return transact(ctx, async (tx) => {
    const id = newId(ctx.now)
    await tx
      .insertInto('passkeys')
      .values({
        workspace_id: ctx.workspaceId,
        id,
        person_id: ctx.personId,
        credential_id: made.credentialId,
        public_key: made.publicKey,
        counter: made.counter,
        transports: [...made.transports],
        name: input.name,
        made_at: ctx.now,
      })
      .execute()
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? conflict('passkey.known', () => refusalText('passkeyKnown')) : error
      })
    await record(tx, ctx, { type: 'passkey.added', subject: { personId: ctx.personId, passkeyId: id }, audited: true })
    return { id, name: input.name, at: ctx.now.toString(), usedAt: null }
  })
}

async function madePasskey({ passkey }: Input, { visit, keys }: { visit: Visit; keys: SignInKeys }): Promise<MadePasskey | null> {
  const rp = requireRelyingParty(keys)
  const asked = { purpose: 'add', boundTo: visit.identity?.id ?? '' } as const
  const challenge = await spendChallenge(visit, asked, passkey.response.clientDataJSON)
  return challenge === null ? null : verifiedCreation(passkey, { rp, challenge })
}
