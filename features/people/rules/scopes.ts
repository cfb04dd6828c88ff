import type { Role } from '#platform/context.ts'

const levels = ['read', 'write', 'admin']

/** Every scope a role allows: what needs `admin` is for owners and admins. */
export function scopesOfRole(role: Role): string[] {
  return role === 'owner' || role === 'admin' ? ['read', 'write', 'admin'] : ['read', 'write']
}

/** Those of the wanted scopes that hold more than `held` do. A scope is a level, or a level of one area. */
export function widerScopes(wanted: readonly string[], held: readonly string[]): string[] {
  return wanted.filter((scope) => !held.some((own) => holds(own, scope)))
}

function holds(own: string, wanted: string): boolean {
  const [have, want] = [partsOf(own), partsOf(wanted)]
  const sameArea = have.area === null || have.area === want.area
  return sameArea && levels.indexOf(have.level) >= levels.indexOf(want.level)
}

function partsOf(scope: string): { area: string | null; level: string } {
  const [first = '', second] = scope.split(':')
  return second === undefined ? { area: null, level: first } : { area: first, level: second }
}
