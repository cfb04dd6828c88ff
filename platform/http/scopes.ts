const levels = ['read', 'write', 'admin'] as const
export type Level = (typeof levels)[number]

/**
 * Whether these scopes allow what an endpoint asks for. A scope is a level (`write`) or a level of one area (`threads:write`); a higher
 * level holds the lower ones.
 */
export function permits(scopes: readonly string[], access: string): boolean {
  const [area, level] = access.split(':')
  const needed = levels.indexOf(level as Level)
  return scopes.some((scope) => {
    const [first, second] = scope.split(':')
    const held = second === undefined ? first : first === area ? second : undefined
    return levels.indexOf(held as Level) >= needed
  })
}
