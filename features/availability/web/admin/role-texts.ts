import type { AdministeredPerson } from '#features/workspace/contract/people.ts'

export type Role = AdministeredPerson['role']

export const roles: readonly Role[] = ['owner', 'admin', 'member', 'guest']

/** Where the catalogue has the name of a role. */
export const roleTexts = { owner: 'roleOwner', admin: 'roleAdmin', member: 'roleMember', guest: 'roleGuest' } as const
