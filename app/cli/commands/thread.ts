import type { Thread } from '#features/asks/contract/threads.ts'
import { askLine } from '../ask-line.ts'
import { type Command, exitCodes, requiredWord } from '../command.ts'
import { callServer, remoteOptionHelp, remoteOptions, show } from '../remote.ts'

export const threadCommand: Command = {
  name: 'thread',
  words: 'NUMBER',
  summary: 'Shows a thread: what it is for, its outcome, open asks and the posts from the first unread.',
  where: 'server',
  options: remoteOptions,
  optionHelp: remoteOptionHelp,
  async run(given, output) {
    const { getThread } = await import('#features/asks/contract/threads.ts')
    const answer = await callServer(given, getThread, { number: requiredWord(given, 0, 'which thread, by its number') })
    show(given, output, { answer, words: () => inWords(answer) })
    return exitCodes.done
  },
}

function inWords(thread: Thread): string {
  const open = thread.asks.filter((ask) => ask.state === 'open')
  return [
    `#${thread.number} ${thread.title}`,
    `${thread.space.name}, ${thread.state}, ${thread.postCount} posts`,
    thread.purpose,
    thread.outcome ? `${thread.outcome.draft ? 'Outcome, drafted' : 'Outcome'}: ${thread.outcome.body}` : '',
    thread.highlights ? `Highlights:\n${thread.highlights.body}` : '',
    ...open.map(askLine),
    ...thread.posts.items.map((post) => `${post.author.name}, ${post.at}\n${post.deleted ? '(deleted)' : post.body}`),
  ]
    .filter(Boolean)
    .join('\n\n')
}
