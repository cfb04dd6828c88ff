import type { ParseArgsOptionsConfig } from 'node:util'

/** How a command ended, for scripts: done, refused by Baton, used wrongly, or the server was not reached. */
export const exitCodes = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const

/** What an option was given: nothing, itself, a text, or several. */
export type Option = string | boolean | readonly string[] | undefined

/** What was typed, parsed: words after the command's name, and its options. */
export interface Given {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  readonly env: NodeJS.ProcessEnv
}

/** Where a command writes: answers to stdout, everything about them to stderr. */
export interface Output {
  answer(text: string): void
  remark(text: string): void
}

export interface Command {
  readonly name: string
  /** The words it takes, as help shows them. */
  readonly words: string
  readonly summary: string
  readonly details?: string
  readonly where: 'host' | 'server'
  readonly options: ParseArgsOptionsConfig
  /** What each option means, as help shows it. */
  readonly optionHelp: Readonly<Record<string, string>>
  run(given: Given, output: Output): Promise<number>
}

/** Used wrongly; the message says how it is used. */
export class UsageError extends Error {}

/** An option's text, or undefined when it was not given. */
export function textOption(given: Given, name: string): string | undefined {
  const value = given.options[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that the command cannot do without. */
export function requiredOption(given: Given, name: string): string {
  const value = textOption(given, name)
  if (value === undefined || value === '') throw new UsageError(`--${name} is needed.`)
  return value
}

/** The word at a place, which the command cannot do without. */
export function requiredWord(given: Given, place: number, what: string): string {
  const word = given.words[place]
  if (word === undefined) throw new UsageError(`Say ${what}.`)
  return word
}
