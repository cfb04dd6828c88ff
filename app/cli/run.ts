import { parseArgs } from 'node:util'
import { Failure } from '#platform/contract/failure.ts'
import { RefusedError } from '#platform/contract/client.ts'
import { type Command, exitCodes, type Option, type Output, UsageError } from './command.ts'
import { helpFor, overview } from './help.ts'

interface Terminal extends Output {
  readonly env: NodeJS.ProcessEnv
  readonly version: string
}

/** Finds the command in what was typed, runs it, and says in plain words what went wrong. Returns the exit code. */
export async function runCommandLine(args: readonly string[], commands: readonly Command[], terminal: Terminal): Promise<number> {
  const asked = args[0]
  if (asked === undefined || asked === 'help' || asked === '--help' || asked === '-h') return help(args.slice(1), commands, terminal)
  if (asked === '--version' || asked === '-v') {
    terminal.answer(terminal.version)
    return exitCodes.done
  }
  const command = find(args, commands)
  if (!command) {
    const longer = commands.filter(({ name }) => name.startsWith(`${asked} `)).map(({ name }) => `"baton ${name}"`)
    terminal.remark(
      longer.length > 0
        ? `"baton ${asked}" by itself is no command. There is ${longer.join(', ')}.`
        : `There is no command "${asked}". Run "baton help" for the list.`,
    )
    return exitCodes.usage
  }
  const rest = args.slice(command.name.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.answer(helpFor(command))
    return exitCodes.done
  }
  try {
    const { values, positionals } = parse(command, rest)
    return await command.run({ words: positionals, options: values, env: terminal.env }, terminal)
  } catch (error) {
    return explain(error, command, terminal)
  }
}

function help(words: readonly string[], commands: readonly Command[], terminal: Terminal): number {
  const command = words.length === 0 ? undefined : find(words, commands)
  terminal.answer(command ? helpFor(command) : overview(commands, terminal.version))
  return words.length === 0 || command ? exitCodes.done : exitCodes.usage
}

/** The command whose name, of one word or two, begins what was typed. */
function find(args: readonly string[], commands: readonly Command[]): Command | undefined {
  return commands.find((command) => command.name === args.slice(0, command.name.split(' ').length).join(' '))
}

function parse(command: Command, args: readonly string[]): { values: Record<string, Option>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true })
    return { values: values as Record<string, Option>, positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function explain(error: unknown, command: Command, terminal: Terminal): number {
  if (error instanceof UsageError) {
    terminal.remark(`${error.message}\n\n${helpFor(command)}`)
    return exitCodes.usage
  }
  if (error instanceof RefusedError) {
    terminal.remark(error.status === 0 ? 'The server did not answer. Is it running, and is --url right?' : error.message)
    return error.status === 0 ? exitCodes.unreachable : exitCodes.refused
  }
  if (error instanceof Failure) {
    terminal.remark(error.message)
    return exitCodes.refused
  }
  throw error
}
