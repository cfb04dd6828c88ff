import { text } from 'node:stream/consumers'
import { type Given, UsageError } from './command.ts'

/** The text a command is given: the word at a place, or all of standard input when the word is `-` or absent and something is piped in. */
export async function textInput(given: Given, place: number, what: string): Promise<string> {
  const word = given.words[place]
  if (word !== undefined && word !== '-') return given.words.slice(place).join(' ')
  if (word === undefined && process.stdin.isTTY) throw new UsageError(`Say ${what}, or pipe it in.`)
  const piped = await text(process.stdin)
  if (piped.trim() === '') throw new UsageError(`Say ${what}, or pipe it in.`)
  return piped.trim()
}
