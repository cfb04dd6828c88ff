import { askLine } from '../ask-line.ts'
import { type Command, exitCodes, requiredWord } from '../command.ts'
import { callServer, remoteOptionHelp, remoteOptions, show } from '../remote.ts'
import { textInput } from '../text-input.ts'

export const answerCommand: Command = {
  name: 'answer',
  words: 'ASK TEXT',
  summary: 'Answers an ask, by its id. TEXT may be - to read it from standard input.',
  where: 'server',
  options: remoteOptions,
  optionHelp: remoteOptionHelp,
  async run(given, output) {
    const { answerAsk } = await import('#features/asks/contract/asks.ts')
    const id = requiredWord(given, 0, 'which ask, by its id')
    const answer = await callServer(given, answerAsk, { id, body: await textInput(given, 1, 'the answer') })
    show(given, output, { answer, words: () => askLine(answer) })
    return exitCodes.done
  },
}
