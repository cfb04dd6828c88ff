/** For how many milliseconds the first answer is waited for. */
const PATIENCE = 3_000

let first = ''
const { promise: wasAnswered, resolve } = Promise.withResolvers<void>()

/** Notes up to which position in the order of the workspace something that is shown holds. */
export function noteAnswered(position: string): void {
  if (first === '' || Number(position) < Number(first)) first = position
  resolve()
}

/** The position of the oldest answer of this window: what changed behind it may not be in what is shown. Empty when none came in time. */
export async function answeredTo(): Promise<string> {
  const patience = setTimeout(resolve, PATIENCE)
  await wasAnswered
  clearTimeout(patience)
  return first
}
