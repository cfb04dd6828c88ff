import type { AskIn } from '#features/asks/contract/ask.ts'
import { askLine } from '../ask-line.ts'
import { type Command, type Given, UsageError, exitCodes, requiredWord, textOption } from '../command.ts'
import { neededByOf } from '../needed-by.ts'
import { callServer, remoteOptionHelp, remoteOptions, show } from '../remote.ts'
import { scheduledLine, sendAtField, sendAtHelp, sendAtOption } from '../send-at.ts'
import { textInput } from '../text-input.ts'

const verbs: readonly AskIn['verb'][] = ['answer', 'review', 'decide', 'do']

export const askCommand: Command = {
  name: 'ask',
  words: 'NAME TEXT',
  summary: 'Asks a person or a space, in a new thread of a space or in a thread there is.',
  details: 'TEXT may be - to read it from standard input. With --space a thread is opened; its title is --title, else the first line.',
  where: 'server',
  options: {
    space: { type: 'string' },
    thread: { type: 'string' },
    title: { type: 'string' },
    verb: { type: 'string' },
    'needed-by': { type: 'string' },
    urgent: { type: 'string' },
    'another-matter': { type: 'boolean' },
    ...sendAtOption,
    ...remoteOptions,
  },
  optionHelp: {
    space: 'The space to open a thread in.',
    thread: 'The number of a thread to ask in.',
    title: 'The title of the new thread.',
    verb: 'answer (unless told otherwise), review, decide or do.',
    'needed-by': 'Working days (2d), a date, an instant, or whenever. Without it, what the space expects.',
    urgent: 'Why it cannot wait. It interrupts whoever is asked, or whoever is on call.',
    'another-matter': 'It does not belong to the incident that is open.',
    ...sendAtHelp,
    ...remoteOptionHelp,
  },
  async run(given, output) {
    const { addPost, openThread } = await import('#features/asks/contract/threads.ts')
    const to = requiredWord(given, 0, 'whom to ask')
    const text = await textInput(given, 1, 'what to ask')
    const message = {
      body: text,
      asks: [{ to, verb: verbOf(given), text, ...neededByField(given), ...urgentFields(given) }],
      ...sendAtField(given),
    }
    const thread = textOption(given, 'thread')
    const space = textOption(given, 'space')
    if ((thread === undefined) === (space === undefined)) throw new UsageError('Name --space to open a thread, or --thread to ask in one.')
    const answer =
      thread === undefined
        ? await callServer(given, openThread, { space, title: textOption(given, 'title') ?? titleOf(text), ...message })
        : await callServer(given, addPost, { number: thread, ...message })
    show(given, output, {
      answer,
      words: () => ('sendAt' in answer ? scheduledLine(answer) : answer.asks.slice(-1).map(askLine).join('\n')),
    })
    return exitCodes.done
  },
}

function verbOf(given: Given): AskIn['verb'] {
  const text = textOption(given, 'verb') ?? 'answer'
  const verb = verbs.find((each) => each === text)
  if (!verb) throw new UsageError(`"${text}" is no verb: write ${verbs.join(', ')}.`)
  return verb
}

function neededByField(given: Given): { neededBy?: ReturnType<typeof neededByOf> } {
  const text = textOption(given, 'needed-by')
  return text === undefined ? {} : { neededBy: neededByOf(text) }
}

function urgentFields(given: Given): Partial<Pick<AskIn, 'attention' | 'reason' | 'anotherMatter'>> {
  const reason = textOption(given, 'urgent')
  if (reason === undefined) return {}
  return { attention: 'urgent', reason, anotherMatter: given.options['another-matter'] === true }
}

const titleOf = (text: string): string => (text.split('\n')[0] ?? text).slice(0, 120)
