import { isOperator, type Operator, operators } from './operators.ts'

/** The part of a search at whose end somebody is writing. */
export interface Part {
  /** Where it begins in the text; a dash before it is not of it. */
  readonly start: number
  readonly end: number
  /** The operator whose value is being written; null while it may become an operator. */
  readonly operator: Operator | null
  /** What is there so far of the value, or of the operator. */
  readonly begun: string
}

const atEnd = /(?:^|\s)-?(?:([a-z]{2,6}):[@#]?)?([\p{L}\p{N}._~-]*)$/iu

/** What is being written where the caret stands; null inside quotes, or where no operator can begin. */
export function partAt(text: string, caret: number): Part | null {
  const before = text.slice(0, caret)
  if ((before.match(/"/g)?.length ?? 0) % 2 === 1 || /^\S/.test(text.slice(caret))) return null
  const [, operator, begun = ''] = atEnd.exec(before) ?? []
  if (!atEnd.test(before)) return null
  const known = operator?.toLowerCase() ?? null
  if (known !== null && !isOperator(known)) return null
  return { start: caret - begun.length, end: caret, operator: known, begun: begun.toLowerCase() }
}

/** The operators that may be meant by what is there so far; none while nothing is. */
export function operatorsFor({ operator, begun }: Part): Operator[] {
  return operator === null && begun !== '' ? operators.filter((word) => word.startsWith(begun) && word !== begun) : []
}

/** The text with its part completed, and where the caret is then. */
export function completed(text: string, { start, end }: Part, value: string): { text: string; caret: number } {
  const isWhole = !value.endsWith(':')
  const head = `${text.slice(0, start)}${value}${isWhole ? ' ' : ''}`
  return { text: head + text.slice(end).trimStart(), caret: head.length }
}

/** The text with an operator's values in place of those it has; null takes them out. */
export function narrowedTo(text: string, operator: Operator, value: string | null): string {
  const others = text.split(/\s+/).filter((word) => word !== '' && !word.toLowerCase().startsWith(`${operator}:`))
  return [...others, ...(value === null ? [] : [`${operator}:${value}`])].join(' ') + (others.length > 0 || value !== null ? ' ' : '')
}
