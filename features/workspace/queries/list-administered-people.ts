import { sql } from 'kysely'
import { z } from 'zod'
import { mayChangeRole, mayDeactivate, mayResetSecondFactor } from '#features/people/policy.ts'
import type { Context, Role } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { ensureAdministers } from '../access.ts'
import type { AdministeredPerson, listAdministeredPeople as contract } from '../contract/people.ts'

const cursor = z.tuple([z.string()])

interface Row extends Omit<AdministeredPerson, 'at' | 'seenAt' | 'signIn' | 'may'> {
  readonly role: Role
  readonly at: Temporal.Instant
  readonly seenAt: Temporal.Instant | null
  readonly hasPassword: boolean
  readonly passkeys: number
  readonly hasSecondFactor: boolean
  readonly isConfirmed: boolean
}

/** Everybody by handle, with how they sign in, for those who administer: one statement, however many. */
export async function listAdministeredPeople(ctx: Context, input: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  ensureAdministers(ctx)
  const { after, limit, q, role, state } = input
  const last = readCursor(cursor, after)?.[0]
  const rows = await administered(ctx)
    .$if(last !== undefined, (query) => query.where('handle', '>', last ?? ''))
    .$if(role !== undefined, (query) => query.where('role', '=', role ?? 'member'))
    .$if(state === 'active', (query) => query.where('active', '=', true))
    .$if(state === 'deactivated', (query) => query.where('active', '=', false))
    .$if(state === 'without sign-in', (query) => query.where(sql<boolean>`active and not ("hasPassword" or passkeys > 0 or "isConfirmed")`))
    .$if(Boolean(q), (query) => query.where(beginsWith(q ?? '')))
    .orderBy('handle')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  return {
    items: shown.map((row) => administeredView(ctx, row)),
    next: rows.length > limit ? cursorOf([shown.at(-1)?.handle ?? '']) : null,
  }
}

/** One of them by id, for whoever was found to administer already. */
export async function administeredPerson(ctx: Context, id: string): Promise<AdministeredPerson> {
  return administeredView(ctx, await administered(ctx).where('id', '=', id).executeTakeFirstOrThrow())
}

function administered({ db, workspaceId, now }: Context) {
  const rows = sql<Row>`(
    select p.id, p.handle, p.name, p.email, p.role, p.created_at as at,
      (select i.email from imported_addresses i where i.workspace_id = p.workspace_id and i.person_id = p.id) as "emailElsewhere",
      not exists (select from person_deactivations gone where gone.workspace_id = p.workspace_id and gone.person_id = p.id) as active,
      (select max(s.seen_at) from sessions s where s.workspace_id = p.workspace_id and s.person_id = p.id and s.expires_at > ${now}) as "seenAt",
      exists (select from passwords w where w.workspace_id = p.workspace_id and w.person_id = p.id) as "hasPassword",
      (select count(*) from passkeys k where k.workspace_id = p.workspace_id and k.person_id = p.id) as passkeys,
      exists (select from second_factors f
        where f.workspace_id = p.workspace_id and f.person_id = p.id and f.confirmed_at is not null) as "hasSecondFactor",
      exists (select from email_confirmations c where c.workspace_id = p.workspace_id and c.person_id = p.id) as "isConfirmed"
    from people p where p.workspace_id = ${workspaceId}
  )`
  return db.selectFrom(rows.as('everybody')).selectAll()
}

function beginsWith(text: string) {
  const pattern = text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return sql<boolean>`(handle ilike ${`${pattern}%`} or name ilike ${`${pattern}%`} or name ilike ${`% ${pattern}%`} or email ilike ${`${pattern}%`})`
}

function administeredView(ctx: Context, row: Row): AdministeredPerson {
  const { hasPassword, passkeys, hasSecondFactor, isConfirmed, at, seenAt, ...person } = row
  const cannotSignIn = !hasPassword && passkeys === 0 && !isConfirmed
  return {
    ...person,
    at: at.toString(),
    seenAt: seenAt?.toString() ?? null,
    signIn: { password: hasPassword, passkeys, secondFactor: hasSecondFactor, code: person.email !== null },
    may: {
      changeRole: mayChangeRole(ctx, person),
      deactivate: person.active && mayDeactivate(ctx, person),
      reactivate: !person.active && mayDeactivate(ctx, person),
      resetSecondFactor: hasSecondFactor && mayResetSecondFactor(ctx, person),
      giveAddress: person.active && cannotSignIn && mayChangeRole(ctx, person),
    },
  }
}
