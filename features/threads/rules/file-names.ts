const LONGEST = 300

/** A text with the names of the files beside it, where they cannot be shown. */
export function withFileNames(text: string, names: string | null): string {
  if (names === null) return text
  const shown = names.length > LONGEST ? `${names.slice(0, LONGEST).toWellFormed()}…` : names
  return text === '' ? `[${shown}]` : `${text} [${shown}]`
}
