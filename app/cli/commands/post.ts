import { type Command, exitCodes, requiredWord } from '../command.ts'
import { callServer, remoteOptionHelp, remoteOptions, show } from '../remote.ts'
import { scheduledLine, sendAtField, sendAtHelp, sendAtOption } from '../send-at.ts'
import { fileHelp, fileOption, sendFiles } from '../send-files.ts'
import { textInput } from '../text-input.ts'

export const postCommand: Command = {
  name: 'post',
  words: 'THREAD TEXT',
  summary: 'Posts in a thread, by its number. TEXT may be - to read it from standard input.',
  where: 'server',
  options: { fyi: { type: 'boolean' }, ...fileOption, ...sendAtOption, ...remoteOptions },
  optionHelp: { fyi: 'Say that nobody needs to reply.', ...fileHelp, ...sendAtHelp, ...remoteOptionHelp },
  async run(given, output) {
    const { addPost } = await import('#features/asks/contract/threads.ts')
    const number = requiredWord(given, 0, 'which thread, by its number')
    const body = await textInput(given, 1, 'what to post')
    const answer = await callServer(given, addPost, {
      number,
      body,
      ...(await sendFiles(given)),
      fyi: given.options['fyi'] === true,
      ...sendAtField(given),
    })
    show(given, output, { answer, words: () => ('sendAt' in answer ? scheduledLine(answer) : `#${number}, post ${answer.seq}`) })
    return exitCodes.done
  },
}
