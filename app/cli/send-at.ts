import type { Scheduled } from '#features/asks/contract/scheduled.ts'
import { type Given, textOption, UsageError } from './command.ts'

export const sendAtOption = { 'send-at': { type: 'string' } } as const
export const sendAtHelp = { 'send-at': 'Send it at this instant (2026-12-01T09:00:00Z) instead of now.' }

/** When something is to leave, if that was said. */
export function sendAtField(given: Given): { sendAt?: string } {
  const text = textOption(given, 'send-at')
  if (text === undefined) return {}
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) throw new UsageError(`"${text}" is no instant: write one such as 2026-12-01T09:00:00Z.`)
  return { sendAt: text }
}

/** What will be sent later, in a line. */
export function scheduledLine({ id, opens, state, reason, sendAt, thread, message }: Scheduled): string {
  const place = thread ? `post in #${thread.number} ${thread.title}` : opens === 'post' ? 'post' : `thread ${String(message['title'])}`
  return `${sendAt}  ${place}\n    ${state === 'kept' ? `Not sent: ${reason ?? ''} ` : ''}${id}`
}
