import type { Rotation } from '#features/availability/contract/rotations.ts'
import { formatDateTime } from '#platform/text/format-time.ts'
import { systemClock } from '#platform/time/clock.ts'
import { type Command, exitCodes } from '../command.ts'
import { callServer, remoteOptionHelp, remoteOptions, show } from '../remote.ts'

export const onCallCommand: Command = {
  name: 'on-call',
  words: '[ROTATION]',
  summary: 'Shows who is on shift now, layer by layer, and until when: of one rotation, or of all.',
  where: 'server',
  options: remoteOptions,
  optionHelp: remoteOptionHelp,
  async run(given, output) {
    const { getRotation, listRotations } = await import('#features/availability/contract/rotations.ts')
    const [slug] = given.words
    if (slug === undefined) {
      const answer = await callServer(given, listRotations, { limit: 100 })
      const words = (): string => (answer.items.length === 0 ? 'There is no rotation.' : answer.items.map(lines).join('\n'))
      show(given, output, { answer, words })
    } else {
      const answer = await callServer(given, getRotation, { slug })
      show(given, output, { answer, words: () => lines(answer) })
    }
    return exitCodes.done
  },
}

function lines({ slug, onShift }: Rotation): string {
  const manner = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, now: systemClock.now() }
  const turns = onShift.map(({ layer, person, until }) => `    ${String(layer)}  ${person.name}, until ${formatDateTime(until, manner)}`)
  return [slug, ...(turns.length === 0 ? ['    nobody is on shift'] : turns)].join('\n')
}
