import { type Command, exitCodes } from '../command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  words: '',
  summary: 'Brings the database to this version of Baton.',
  details: 'A start does the same. A database of a newer Baton is refused and left as it is.',
  where: 'host',
  options: {},
  optionHelp: {},
  async run({ env }, output) {
    const { onHostData } = await import('../host.ts')
    await onHostData(env, async () => {})
    output.answer('The database is up to date.')
    return exitCodes.done
  },
}
