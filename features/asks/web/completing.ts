/** What is being named where the caret stands: somebody, a thread, or an emoji. */
export interface Naming {
  readonly kind: '@' | '#' | ':'
  /** What is there of it so far. */
  readonly begun: string
  /** Where its sign stands. */
  readonly start: number
}

// A heading is `# ` and a time is `10:30`: a sign names something only at the beginning of a word, with the word at it.
const namings: readonly (readonly [Naming['kind'], RegExp])[] = [
  ['@', /(?:^|[\s(])@([\p{L}\p{N}._-]{0,40})$/u],
  ['#', /(?:^|[\s(])#(\d{1,9}|\p{L}[\p{L}\p{N}-]*(?: [\p{L}\p{N}-]+){0,2}|)$/u],
  [':', /(?:^|[\s(]):([a-z]{2,30})$/i],
]

const LONGEST = 120

/** What is being named before the caret; null outside of names, and in code. */
export function namingAt(text: string, caret: number): Naming | null {
  // No name is longer: the rest of a long text is not looked through with every key.
  const near = text.slice(Math.max(0, caret - LONGEST), caret)
  for (const [kind, pattern] of namings) {
    const begun = pattern.exec(near)?.[1]
    if (begun !== undefined) return isInCode(text.slice(0, caret)) ? null : { kind, begun, start: caret - begun.length - 1 }
  }
  return null
}

/** The text with what was chosen in place of what was begun, and where the caret is then. */
export function withNamed(text: string, { start, begun }: Naming, chosen: string): { text: string; caret: number } {
  const head = `${text.slice(0, start)}${chosen} `
  return { text: head + text.slice(start + 1 + begun.length).replace(/^ /, ''), caret: head.length }
}

/** Whether a name or a handle has a word that begins so. */
export function beginsSo(begun: string, ...names: readonly string[]): boolean {
  const wanted = begun.toLowerCase()
  return names.some(
    (name) =>
      name.toLowerCase().startsWith(wanted) ||
      name
        .toLowerCase()
        .split(/[\s._-]+/)
        .some((word) => word.startsWith(wanted)),
  )
}

function isInCode(before: string): boolean {
  const fences = before.split('```').length - 1
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return fences % 2 === 1 || (line.split('`').length - 1) % 2 === 1
}
