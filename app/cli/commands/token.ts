import { type Command, exitCodes, requiredWord } from '../command.ts'

export const tokenCommand: Command = {
  name: 'token',
  words: 'HANDLE',
  summary: 'Prints a fresh token of a person, with all that their role allows.',
  details: 'The token stands alone on a line of stdout. It does not expire; end it under Settings.',
  where: 'host',
  options: {},
  optionHelp: {},
  async run(given, output) {
    const handle = requiredWord(given, 0, 'whose')
    const { onHostData } = await import('../host.ts')
    const { runToken } = await import('#app/commands/token.ts')
    const { systemClock } = await import('#platform/time/clock.ts')
    output.answer(await onHostData(given.env, ({ db }) => runToken(db, { handle, now: systemClock.now() })))
    return exitCodes.done
  },
}
