import { invalid, type Said } from '#platform/contract/failure.ts'
import { isCommonPassword } from './common-passwords.ts'
import { refusalText } from './refusal-texts.ts'

const SHORTEST = 10
const ROWS = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  'abcdefghijklmnopqrstuvwxyz',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol',
  '!@#$%^&*()',
]
/** Shorter pieces of a row stand in ordinary words too. */
const RUN = 3
const RUNS = ROWS.flatMap((row) => [row + row, [...(row + row)].toReversed().join('')])

interface Owner {
  /** Where in the request the password stood. */
  readonly path: string
  /** Words of the person's own: name, handle, address, workspace. */
  readonly own: readonly string[]
}

/** Refuses (422) a password that others would guess, and says why. */
export function ensureGoodPassword(password: string, { path, own }: Owner): void {
  const message = whyGuessable(password, own)
  if (message) throw invalid([{ path, message }])
}

/** Why others would guess this password, and what to do; null when they would not. */
export function whyGuessable(password: string, own: readonly string[]): Said | null {
  const text = password.normalize('NFC').toLowerCase()
  if ([...text].length < SHORTEST) return () => refusalText('passwordShort', { least: SHORTEST })
  if (isCommonPassword(text)) return () => refusalText('passwordCommon')
  if (isRepeat(text) || [text, withoutDoubles(text), sorted(text)].some(isRun)) return () => refusalText('passwordRun')
  if (isOwn(text, own)) return () => refusalText('passwordOwn')
  return null
}

/** One piece of up to five characters over and over, or hardly any different characters. */
function isRepeat(text: string): boolean {
  return new Set(text).size <= 3 || /^(.{1,5})\1+.{0,4}$/.test(text)
}

/** '1122334455' is read as '12345'. */
function withoutDoubles(text: string): string {
  return text.replace(/(.)\1+/gu, '$1')
}

/** '1q2w3e4r5t' is read as 'qwert' and '12345'. */
function sorted(text: string): string {
  return text.replace(/[^\p{Letter}]/gu, '') + text.replace(/\p{Letter}/gu, '')
}

/** What is left without runs along a row, an alphabet or the digits is next to nothing. */
function isRun(text: string): boolean {
  let left = 0
  for (let at = 0; at < text.length;) {
    const length = runAt(text, at)
    left += length >= RUN ? 0 : 1
    at += length >= RUN ? length : 1
  }
  return left <= 3
}

function runAt(text: string, at: number): number {
  let length = 1
  while (at + length < text.length && RUNS.some((run) => run.includes(text.slice(at, at + length + 1)))) length += 1
  return length
}

/** What is left without one's own words and without digits and signs is next to nothing. */
function isOwn(text: string, own: readonly string[]): boolean {
  const words = own.flatMap((value) => value.toLowerCase().split(/[\s@._-]+/)).filter((word) => word.length >= 3)
  const without = words.toSorted((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), text)
  return without !== text && without.replace(/[^\p{Letter}]/gu, '').length <= 3
}
