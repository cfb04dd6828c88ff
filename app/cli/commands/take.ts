import { askLine } from '../ask-line.ts'
import { type Command, exitCodes, requiredWord } from '../command.ts'
import { callServer, remoteOptionHelp, remoteOptions, show } from '../remote.ts'

export const takeCommand: Command = {
  name: 'take',
  words: 'ASK',
  summary: 'Takes an ask that a space has, or one you cover, by its id. The first one has it.',
  where: 'server',
  options: remoteOptions,
  optionHelp: remoteOptionHelp,
  async run(given, output) {
    const { takeAsk } = await import('#features/asks/contract/asks.ts')
    const answer = await callServer(given, takeAsk, { id: requiredWord(given, 0, 'which ask, by its id') })
    show(given, output, { answer, words: () => askLine(answer) })
    return exitCodes.done
  },
}
