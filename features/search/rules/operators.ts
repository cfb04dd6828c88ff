import { threadKinds, threadStates } from '#features/threads/contract/thread.ts'

/** What narrows a search down, each written `operator:value`. */
export const operators = ['in', 'from', 'to', 'is', 'has', 'before', 'after', 'type'] as const
export type Operator = (typeof operators)[number]

/** What is found. */
export const foundTypes = ['thread', 'post', 'person', 'space'] as const
export type FoundType = (typeof foundTypes)[number]

/** What a thread or post may be: its thread's state or kind, unread by the reader, or theirs. */
export const flags = [...threadStates, 'unread', 'mine', ...threadKinds] as const
export type Flag = (typeof flags)[number]

/** What may stand in a thread or post. */
export const contents = ['ask', 'outcome', 'highlights', 'link', 'code', 'file', 'reaction'] as const
export type Content = (typeof contents)[number]

/** The values of those operators that take one of a few. */
export const valuesOf = { is: flags, has: contents, type: foundTypes } as const satisfies Partial<Record<Operator, readonly string[]>>

export function isOperator(word: string): word is Operator {
  return operators.some((known) => known === word)
}
