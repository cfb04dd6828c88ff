import type { Command } from './command.ts'

/** The list of all commands. */
export function overview(commands: readonly Command[], version: string): string {
  const width = Math.max(...commands.map((command) => signature(command).length))
  const list = (where: Command['where']): string =>
    commands
      .filter((command) => command.where === where)
      .map((command) => `  ${signature(command).padEnd(width)}  ${command.summary}`)
      .join('\n')
  return `Baton ${version}

Usage: baton COMMAND [options]

On the host, with the server's environment:
${list('host')}

With a token, against any server:
${list('server')}

  baton help COMMAND says more about one. --url (or BATON_URL) names the server, BATON_TOKEN the token, --json prints what the API answered.
  Exit codes: 0 done, 1 refused, 2 used wrongly, 3 the server was not reached.`
}

/** All about one command. */
export function helpFor(command: Command): string {
  const options = Object.keys(command.options)
  const width = Math.max(0, ...options.map((name) => optionName(command, name).length))
  const list = options.map((name) => `  ${optionName(command, name).padEnd(width)}  ${command.optionHelp[name] ?? ''}`).join('\n')
  return [`Usage: baton ${signature(command)} [options]`, command.summary, command.details, list].filter(Boolean).join('\n\n')
}

const signature = (command: Command): string => [command.name, command.words].filter(Boolean).join(' ')

function optionName(command: Command, name: string): string {
  return `--${name}${command.options[name]?.type === 'string' ? ' VALUE' : ''}`
}
