import { type Command, exitCodes, requiredOption } from '../command.ts'

export const personAddCommand: Command = {
  name: 'person add',
  words: '',
  summary: 'Adds a member whose address counts as confirmed.',
  details: 'They have no password; give them a token, or an invitation instead.',
  where: 'host',
  options: { handle: { type: 'string' }, name: { type: 'string' }, email: { type: 'string' }, 'time-zone': { type: 'string' } },
  optionHelp: {
    handle: 'Their handle, such as ann.',
    name: 'Their name.',
    email: 'Their address.',
    'time-zone': 'Where they are, such as Europe/Lisbon.',
  },
  async run(given, output) {
    const [handle, name] = [requiredOption(given, 'handle'), requiredOption(given, 'name')]
    const [email, timeZone] = [requiredOption(given, 'email'), requiredOption(given, 'time-zone')]
    const { onHostData } = await import('../host.ts')
    const { runPersonAdd } = await import('#app/commands/person-add.ts')
    const { systemClock } = await import('#platform/time/clock.ts')
    await onHostData(given.env, ({ db }) => runPersonAdd(db, { handle, name, email, timeZone }, systemClock.now()))
    output.answer(`${name} is a member now, as @${handle}.`)
    return exitCodes.done
  },
}
