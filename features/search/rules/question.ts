import { isDate } from './dates.ts'
import { isOperator, type Operator, valuesOf } from './operators.ts'
import { wordsOf } from './segment.ts'

/** One thing that must hold, or must not: a space or person that is named, a state, what stands in it, a date, a type. */
export interface Narrowing {
  readonly operator: Operator
  /** Any of these: several spaces, people or types named beside each other stand for all of them. */
  readonly values: readonly string[]
  readonly not: boolean
}

/** A part that could not be taken as it stands: no operator of that name, or no such value. */
export interface Misunderstood {
  readonly part: string
  readonly what: 'operator' | 'value'
}

/** What somebody looks for. All of it must hold. */
export interface Question {
  /** One after another where they were quoted; otherwise each by itself. */
  readonly phrases: readonly (readonly string[])[]
  /** The last word may go on: it is still being written. */
  readonly prefix: string | null
  /** What must not stand there. */
  readonly without: readonly (readonly string[])[]
  readonly narrowings: readonly Narrowing[]
  readonly misunderstood: readonly Misunderstood[]
}

const part = /(-?)(?:"([^"]*)"?|([\p{L}]{2,20}):(?!\/\/)([\p{L}\p{N}@#._~-]*)(?!\S))|(\S+)/gu
const MOST = 20
/** A post stands in one space and is one person's. */
const anyOfMany: readonly Operator[] = ['in', 'from', 'to', 'type']

/** Reads `export -csv "stops early" in:ops -from:ann is:open before:oct`. What is no operator is looked for as it stands. */
export function questionOf(text: string): Question {
  const found = {
    phrases: [] as string[][],
    without: [] as string[][],
    narrowings: [] as Narrowing[],
    misunderstood: [] as Misunderstood[],
  }
  let prefix: string | null = null
  for (const [whole, minus, quoted, operator, value, plain] of text.matchAll(part)) {
    prefix = null
    if (operator !== undefined && isOperator(operator.toLowerCase())) {
      takeNarrowing(found, { whole, operator: operator.toLowerCase() as Operator, value: value?.toLowerCase() ?? '', not: minus === '-' })
      continue
    }
    if (operator !== undefined && value) found.misunderstood.push({ part: whole, what: 'operator' })
    const isWithout = minus === '-' || /^-[\p{L}\p{N}]/u.test(plain ?? '')
    const words = wordsOf(quoted ?? plain ?? `${operator}:${value}`).map((word) => word.text)
    if (isWithout) found.without.push(words)
    else if (quoted !== undefined) found.phrases.push(words)
    else {
      prefix = words.at(-1) ?? null
      found.phrases.push(...words.map((word) => [word]))
    }
  }
  const phrases = some(found.phrases)
  // A word that is done is followed by a space.
  const going = prefix !== null && !/\s$/u.test(text) ? prefix : null
  return { ...found, without: some(found.without), phrases: going === null ? phrases : phrases.slice(0, -1), prefix: going }
}

const some = (all: readonly string[][]): string[][] => all.filter((words) => words.length > 0).slice(0, MOST)

interface Taken {
  readonly narrowings: Narrowing[]
  readonly misunderstood: Misunderstood[]
}

interface Part {
  readonly whole: string
  readonly operator: Operator
  readonly value: string
  readonly not: boolean
}

function takeNarrowing({ narrowings, misunderstood }: Taken, { whole, operator, value: written, not }: Part): void {
  const value = written.replace(/^[@#]/, '')
  // Nothing follows yet: it is being written.
  if (value === '' || narrowings.length >= MOST) return
  if (!isValue(operator, value)) {
    misunderstood.push({ part: whole, what: 'value' })
    return
  }
  const place = anyOfMany.includes(operator) ? narrowings.findIndex((one) => one.operator === operator && one.not === not) : -1
  const same = narrowings[place]
  if (same) narrowings[place] = { ...same, values: [...same.values, value] }
  else narrowings.push({ operator, values: [value], not })
}

function isValue(operator: Operator, value: string): boolean {
  if (operator === 'before' || operator === 'after') return isDate(value)
  if (operator !== 'is' && operator !== 'has' && operator !== 'type') return true
  return valuesOf[operator].some((known) => known === value)
}

/** Whether there is nothing to look for. */
export function isEmpty({ phrases, prefix, without, narrowings }: Question): boolean {
  return phrases.length === 0 && prefix === null && without.length === 0 && narrowings.length === 0
}

/** Whether a word of a text is one that was looked for. */
export function isHit({ phrases, prefix }: Pick<Question, 'phrases' | 'prefix'>, word: string): boolean {
  return phrases.some((words) => words.includes(word)) || (prefix !== null && word.startsWith(prefix))
}
