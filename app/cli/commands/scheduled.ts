import { type Command, exitCodes } from '../command.ts'
import { callServer, remoteOptionHelp, remoteOptions, show } from '../remote.ts'
import { scheduledLine } from '../send-at.ts'

export const scheduledCommand: Command = {
  name: 'scheduled',
  words: '',
  summary: 'Shows what you will send later, and what could not be sent.',
  where: 'server',
  options: remoteOptions,
  optionHelp: remoteOptionHelp,
  async run(given, output) {
    const { listScheduled } = await import('#features/asks/contract/scheduled.ts')
    const answer = await callServer(given, listScheduled, { limit: 100 })
    show(given, output, { answer, words: () => answer.items.map(scheduledLine).join('\n') || 'Nothing is to be sent later.' })
    return exitCodes.done
  },
}
