/** First names, whole names where somebody else has the same first name. */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const first = (name: string): string => name.split(' ')[0] ?? name
  return new Map(names.map((name) => [name, names.some((other) => other !== name && first(other) === first(name)) ? name : first(name)]))
}
