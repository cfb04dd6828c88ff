// oxlint-disable house/commands-record -- each part of the change records itself
import { lockPerson, type PersonRow } from '#features/people/access.ts'
import { changeProfile } from '#features/people/commands/change-profile.ts'
import { changeRole } from '#features/people/commands/change-role.ts'
import { deactivatePerson } from '#features/people/commands/deactivate-person.ts'
import { reactivatePerson } from '#features/people/commands/reactivate-person.ts'
import { mayEditProfile } from '#features/people/policy.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { forbidden, invalid } from '#platform/contract/failure.ts'
import { ensureSeen } from '#platform/contract/if-match.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import type { changePerson as contract } from '../contract/people.ts'
import type { Person } from '../contract/person.ts'
import { getPerson } from '../queries/get-person.ts'
import { readmeVersion } from '../queries/readme-version.ts'
import { refusalText } from '../rules/refusal-texts.ts'

type Changes = Omit<InputOf<typeof contract>, 'handle'>

/** Changes a person: their own profile by themselves; role and whether they are active by owners and admins. All of it or nothing. Throws `person.text_changed` (412) where another README was seen. */
export async function changePerson(ctx: Context, { handle, role, active, ...profile }: InputOf<typeof contract>): Promise<Person> {
  return transact(ctx, async (tx) => {
    const person = await lockPerson(tx, ctx, handle)
    await changeOwnProfile(tx, ctx, { person, profile })
    if (role !== undefined) await changeRole(tx, ctx, { person, role })
    if (active === false) await deactivatePerson(tx, ctx, person)
    if (active === true) await reactivatePerson(tx, ctx, person)
    const nowIs = person.id === ctx.personId && role !== undefined ? role : ctx.role
    return getPerson({ ...ctx, role: nowIs, db: tx }, { handle: person.handle })
  })
}

async function ensureReadmeSeen(ctx: Context, handle: string): Promise<void> {
  ensureSeen(ctx.ifMatch, { version: readmeVersion(await getPerson(ctx, { handle })), code: 'person.text_changed' })
}

async function changeOwnProfile(
  tx: Tx,
  ctx: Context,
  { person, profile }: { person: PersonRow; profile: Omit<Changes, 'role' | 'active'> },
): Promise<void> {
  if (Object.values(profile).every((value) => value === undefined)) return
  if (!mayEditProfile(ctx, person)) throw forbidden('person.not_you', () => refusalText('profileNotYours'))
  if (ctx.ifMatch !== null && profile.readme !== undefined) await ensureReadmeSeen({ ...ctx, db: tx }, person.handle)
  const capacityUntil = futureOf(profile.capacityUntil, { path: 'capacityUntil', now: ctx.now })
  const statusUntil = futureOf(profile.statusUntil, { path: 'statusUntil', now: ctx.now })
  await changeProfile(tx, ctx, { ...profile, capacityUntil, statusUntil })
}

function futureOf(
  text: string | null | undefined,
  { path, now }: { path: string; now: Temporal.Instant },
): Temporal.Instant | null | undefined {
  if (text === undefined || text === null) return text
  const until = Temporal.Instant.from(text)
  if (Temporal.Instant.compare(until, now) <= 0) throw invalid([{ path, message: () => refusalText('pastInstantOrNull') }])
  return until
}
