// oxlint-disable house/commands-record -- the owner's joining records itself
import { servedWorkspace } from '#features/people/access.ts'
import { ensureGoodPassword } from '#features/people/rules/password.ts'
import { browserKeepsFor } from '#features/people/rules/sessions.ts'
import { makeWorkspace } from '#features/workspace/commands/make-workspace.ts'
import { getWorkspace } from '#features/workspace/queries/get-workspace.ts'
import { alreadySetUp } from '#features/workspace/rules/failures.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { asSentence, Failure } from '#platform/contract/failure.ts'
import type { Visit } from '#platform/http/visit.ts'
import { countAttempt } from '#platform/limits/attempts.ts'
import { networkOf } from '#platform/limits/network-of.ts'
import { hashPassword } from '#platform/secrets/password-hash.ts'
import { sameSecret } from '#platform/secrets/secret.ts'
import type { setUp as contract } from '../contract/setup.ts'
import { getPerson } from '../queries/get-person.ts'
import { joinWorkspace } from './join-workspace.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** The first run happens once; afterwards it is refused, whatever is sent. */
export async function ensureNotSetUp({ db }: Visit): Promise<void> {
  if (await getWorkspace(db, servedWorkspace)) throw alreadySetUp()
}

/** Makes the workspace and its owner, and signs the owner in. `setupCode` is asked for when it is not null. */
export async function setUp(
  visit: Visit,
  { workspace, owner, code, token }: InputOf<typeof contract>,
  setupCode: string | null,
): Promise<OutputOf<typeof contract>> {
  const { db, now } = visit
  if (setupCode !== null) await ensureSetupCode(visit, code, setupCode)
  ensureGoodPassword(owner.password, {
    path: 'owner.password',
    own: [owner.name, owner.handle, owner.email, workspace.name, workspace.slug],
  })
  const passwordHash = await hashPassword(owner.password)
  const door = { ...visit, workspaceId: servedWorkspace, path: 'owner.handle', tokenName: token ? 'First run' : null }
  const joined = await db.transaction().execute(async (tx) => {
    await makeWorkspace(tx, { id: servedWorkspace, ...workspace, now })
    return joinWorkspace(tx, door, { ...owner, role: 'owner', passwordHash })
  })
  visit.keepSession(joined.sessionSecret, browserKeepsFor(now))
  const ctx = {
    db,
    now,
    workspaceId: servedWorkspace,
    personId: joined.personId,
    handle: owner.handle,
    role: 'owner' as const,
    requestId: visit.requestId,
    ifMatch: null,
    sign: visit.sign,
  }
  return { person: await getPerson(ctx, { handle: owner.handle }), token: joined.token }
}

async function ensureSetupCode(visit: Visit, given: string | undefined, setupCode: string): Promise<void> {
  const limit = { key: `setup:address:${networkOf(visit.address)}`, most: 20, minutes: 15 }
  await countAttempt({ ...visit, workspaceId: servedWorkspace }, [limit])
  if (given !== undefined && sameSecret(given.trim(), setupCode)) return
  const message = (): string => refusalText(given === undefined ? 'setupCodeMissing' : 'setupCodeWrong')
  throw new Failure({ code: 'setup.code_wrong', status: 403, message: asSentence(message), errors: [{ path: 'code', message }] })
}
