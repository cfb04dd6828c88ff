export const areas = ['people', 'spaces', 'threads', 'asks', 'inbox', 'search', 'workspace'] as const
export type Area = (typeof areas)[number]

/** How much a token may do: of everything, or of each area. */
export interface TokenReach {
  readonly whole: 'read' | 'write' | 'admin' | 'areas'
  readonly areas: Readonly<Partial<Record<Area, 'read' | 'write'>>>
}

/** The scopes that say this: a level, or levels of areas. */
export function scopesOf({ whole, areas: chosen }: TokenReach): string[] {
  if (whole !== 'areas') return [whole]
  return areas.flatMap((area) => (chosen[area] ? `${area}:${chosen[area]}` : []))
}
