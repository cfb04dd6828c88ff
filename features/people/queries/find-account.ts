import { sql } from 'kysely'
import type { Role } from '#platform/context.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { servedWorkspace } from '../access.ts'

/** Who signs in, and the hash of their password if they have one. */
export interface Account {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly role: Role
  readonly email: string | null
  readonly hash: string | null
  readonly deactivated: boolean
}

/** The person whose address or id this is, in one statement; undefined when it is nobody's. */
export function findAccount(db: Database | Tx, by: { readonly email: string } | { readonly id: string }): Promise<Account | undefined> {
  return db
    .selectFrom('people')
    .leftJoin('passwords', (join) =>
      join.onRef('passwords.workspace_id', '=', 'people.workspace_id').onRef('passwords.person_id', '=', 'people.id'),
    )
    .where('people.workspace_id', '=', servedWorkspace)
    .$if('email' in by, (query) => query.where(sql<string>`lower(people.email)`, '=', sql<string>`lower(${'email' in by ? by.email : ''})`))
    .$if('id' in by, (query) => query.where('people.id', '=', 'id' in by ? by.id : ''))
    .select(['people.id', 'people.handle', 'people.name', 'people.email', sql<Role>`people.role`.as('role'), 'passwords.hash'])
    .select(
      sql<boolean>`exists (select from person_deactivations gone
        where gone.workspace_id = people.workspace_id and gone.person_id = people.id)`.as('deactivated'),
    )
    .executeTakeFirst()
}
