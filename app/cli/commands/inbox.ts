import type { InboxItem } from '#features/inbox/contract.ts'
import { askLine } from '../ask-line.ts'
import { type Command, exitCodes } from '../command.ts'
import { callServer, remoteOptionHelp, remoteOptions, show } from '../remote.ts'

export const inboxCommand: Command = {
  name: 'inbox',
  words: '',
  summary: 'Shows what came for you and is not done with. What is held is not in it.',
  where: 'server',
  options: remoteOptions,
  optionHelp: remoteOptionHelp,
  async run(given, output) {
    const { listInbox } = await import('#features/inbox/contract.ts')
    const answer = await callServer(given, listInbox, { limit: 100 })
    show(given, output, { answer, words: () => (answer.items.length === 0 ? 'Nothing waits for you.' : answer.items.map(line).join('\n')) })
    return exitCodes.done
  },
}

function line(item: InboxItem): string {
  if (item.ask?.state === 'open') return askLine(item.ask)
  if (item.swap) return `${item.why}${item.from ? ` by ${item.from.name}` : ''}: ${item.title}, ${item.swap.start} to ${item.swap.end}`
  return `${item.why}${item.from ? ` by ${item.from.name}` : ''} in #${item.number} ${item.title}\n    ${item.excerpt}`
}
