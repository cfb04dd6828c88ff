import { sql } from 'kysely'
import type { Context, Role } from '#platform/context.ts'
import { conflict, forbidden, notFound } from '#platform/contract/failure.ts'
import type { Visit } from '#platform/http/visit.ts'
import { type RelyingParty, relyingPartyOf } from '#platform/passkeys/relying-party.ts'
import { sealed, unsealed } from '#platform/secrets/sealed.ts'
import { derivedDigits, derivedSecret, secretHash } from '#platform/secrets/secret.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { statementOnce } from '#platform/sql/written-once.ts'
import type { Proof } from './events.ts'
import { plainCode } from './rules/codes.ts'
import { noPasskeysHere } from './rules/failures.ts'
import { isRecent } from './rules/sessions.ts'
import { refusalText } from './rules/refusal-texts.ts'

/** The workspace this server serves; the tables allow more. */
export const servedWorkspace = 1

export interface PersonRow {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly role: Role
  readonly deactivated: boolean
}

type Reader = Pick<Context, 'workspaceId' | 'personId' | 'role'>

/** The people this person may see, each with `deactivated`: everybody; for a guest, who is a member of a space with them, and themselves. */
export function visiblePeople(db: Database | Tx, { workspaceId, personId, role }: Reader) {
  const people = db
    .selectFrom('people')
    .leftJoin('person_deactivations as gone', (join) =>
      join.onRef('gone.workspace_id', '=', 'people.workspace_id').onRef('gone.person_id', '=', 'people.id'),
    )
    .where('people.workspace_id', '=', workspaceId)
    .select(['people.id', 'people.handle', 'people.name', sql<Role>`people.role`.as('role')])
    .select(sql<boolean>`gone.person_id is not null`.as('deactivated'))
  if (role !== 'guest') return people
  const met = db
    .selectFrom('space_members as mine')
    .innerJoin('space_members as theirs', (join) =>
      join.onRef('theirs.workspace_id', '=', 'mine.workspace_id').onRef('theirs.space_id', '=', 'mine.space_id'),
    )
    .where('mine.workspace_id', '=', workspaceId)
    .where('mine.person_id', '=', personId)
    .select('theirs.person_id')
  return people.where((where) => where.or([where('people.id', '=', personId), where('people.id', 'in', met)]))
}

/** A handle and its place in the request. */
interface Placed {
  readonly handle: string
  readonly path: string
}

/** A person by handle or id, or 404, which names the place where the handle stood if it is given; `me` is oneself. */
export async function requirePerson(db: Database | Tx, ctx: Context, who: string | Placed): Promise<PersonRow> {
  const { handle, path } = typeof who === 'string' ? { handle: who, path: undefined } : who
  const { column, value } = personNamed(ctx, handle)
  const person = await visiblePeople(db, ctx).where(column, '=', value).executeTakeFirst()
  if (!person) throw notFound('person', path)
  return person
}

/** As `requirePerson`, held against other changes until the transaction ends. */
export async function lockPerson(tx: Tx, ctx: Context, handle: string): Promise<PersonRow> {
  const { column, value } = personNamed(ctx, handle)
  const held = await visiblePeople(tx, ctx).where(column, '=', value).forNoKeyUpdate('people').executeTakeFirst()
  if (!held) throw notFound('person')
  // Read once more: who waited for the lock must see what was done meanwhile.
  return requirePerson(tx, ctx, held.id)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Which column a name in a path stands for: a handle, an id, or `me`. */
export function personNamed(ctx: Pick<Context, 'personId'>, name: string): { column: 'people.id' | 'people.handle'; value: string } {
  if (name === 'me') return { column: 'people.id', value: ctx.personId }
  return { column: uuid.test(name) ? 'people.id' : 'people.handle', value: name }
}

/** Those of these handles that name somebody visible, by handle, in one statement. */
export async function peopleByHandle(db: Database | Tx, ctx: Reader, handles: readonly string[]): Promise<Map<string, PersonRow>> {
  if (handles.length === 0) return new Map()
  const { workspaceId, personId, role } = ctx
  const rows = await peopleBy(db, { workspaceId, personId, role, handles: [...new Set(handles)] })
  return new Map(rows.map((row) => [row.handle, row]))
}

const peopleBy = statementOnce(
  ({ workspaceId, personId, role, handles }: Reader & { handles: readonly string[] }, db) =>
    visiblePeople(db, { workspaceId, personId, role }).where('people.handle', '=', sql<string>`any(${handles}::text[])`),
  ['role'],
)

/** Refuses what would leave the workspace without an active owner; of two such changes at once the second waits and is refused. */
export async function ensureOwnerStays(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  leaving: Pick<PersonRow, 'id'>,
): Promise<void> {
  await tx.selectFrom('workspaces').where('id', '=', workspaceId).select('id').forNoKeyUpdate().execute()
  const { rows } = await sql`
    select from people where workspace_id = ${workspaceId} and role = 'owner' and id <> ${leaving.id}
      and not exists (select from person_deactivations gone where gone.workspace_id = people.workspace_id and gone.person_id = people.id)
    limit 1
  `.execute(tx)
  if (rows.length === 0) throw conflict('person.last_owner', () => refusalText('lastOwner'))
}

/** A person for whoever works on the host, who sees everybody: 404 for nobody, 409 for who is deactivated. */
export async function requirePersonOnHost(tx: Tx, handle: string): Promise<PersonRow> {
  const person = await visiblePeople(tx, { workspaceId: servedWorkspace, personId: '', role: 'owner' })
    .where('people.handle', '=', handle)
    .executeTakeFirst()
  if (!person) throw notFound('person')
  if (person.deactivated) throw conflict('person.deactivated', () => refusalText('reactivateFirst', { name: person.name }))
  return person
}

/** What sign-in is made and checked with. */
export interface SignInKeys {
  /** The server's own secret. */
  readonly secret: string
  /** The address people use, without a slash at the end. */
  readonly url: string
}

/** For whom passkeys are made here. Throws `passkey.not_here` where browsers know none. */
export function requireRelyingParty({ url }: SignInKeys): RelyingParty {
  const rp = relyingPartyOf(url)
  if (!rp) throw noPasskeysHere()
  return rp
}

/** The code that was sent for a row of `sign_in_codes`: whoever holds the server's secret can write it again, into a mail, and nobody else. */
export function signInCode(serverSecret: string, codeId: string): string {
  return derivedDigits(serverSecret, `sign-in code ${codeId}`)
}

const factorOf = (personId: string): string => `second factor ${personId}`

/** The secret of an authenticator app as it is stored. */
export function sealedFactor(serverSecret: string, personId: string, secret: string): Buffer {
  return sealed(serverSecret, factorOf(personId), secret)
}

/** The secret of an authenticator app; null when it was stored under another secret of the server. */
export function openedFactor(serverSecret: string, personId: string, stored: Buffer): string | null {
  return unsealed(serverSecret, factorOf(personId), stored)
}

/** What is stored of a recovery code: it cannot be guessed from that without the server's secret. */
export function recoveryHash(serverSecret: string, personId: string, code: string): Buffer {
  return secretHash(derivedSecret(serverSecret, `recovery code ${personId} ${plainCode(code)}`))
}

/** How and when a session last proved whose it is; null for a token. */
export async function proofOf(ctx: Context, { identity }: Visit): Promise<{ proof: Proof; provedAt: Temporal.Instant } | null> {
  if (!identity || identity.scopes) return null
  const found = await ctx.db
    .selectFrom('sessions')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', identity.id)
    .select(['proved_at as provedAt', sql<Proof>`proof`.as('proof')])
    .executeTakeFirst()
  return found ?? null
}

/** Refuses to change how somebody signs in (403 `session.not_recent`) unless this session proved whose it is a short while ago. */
export async function requireRecentProof(ctx: Context, visit: Visit): Promise<Proof> {
  const shown = await proofOf(ctx, visit)
  if (shown && isRecent(shown.provedAt, ctx.now)) return shown.proof
  throw forbidden('session.not_recent', () => refusalText('confirmFirst'))
}
