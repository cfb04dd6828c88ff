import { z } from 'zod'

const anything = z.record(z.string(), z.unknown())
export const slackBlocks = z.array(anything).nullish().catch(null)

const DEEPEST = 12

/** The words of a message that is told in blocks, as mrkdwn, a line for each. */
export function blockTexts(blocks: readonly Readonly<Record<string, unknown>>[] | null | undefined): string[] {
  return (blocks ?? []).map((block) => wordsIn(block, 0)).filter((text) => text.trim() !== '')
}

function wordsIn(part: unknown, depth: number): string {
  if (depth > DEEPEST || typeof part !== 'object' || part === null) return ''
  if (Array.isArray(part)) return part.map((each) => wordsIn(each, depth + 1)).join('')
  const { type, text, url, user_id: user, channel_id: channel, name, elements, fields } = part as Record<string, unknown>
  if (type === 'user' && typeof user === 'string') return `<@${user}>`
  if (type === 'channel' && typeof channel === 'string') return `<#${channel}>`
  if (type === 'emoji' && typeof name === 'string') return `:${name}:`
  if (type === 'link' && typeof url === 'string') return typeof text === 'string' && text !== '' ? `<${url}|${entities(text)}>` : `<${url}>`
  if (typeof text === 'string') return type === 'mrkdwn' ? text : entities(text)
  const own = wordsIn(text, depth + 1)
  const within = [...listed(elements), ...listed(fields)].map((each) => wordsIn(each, depth + 1))
  const lines = type === 'rich_text' || type === 'rich_text_list' || type === 'context' || type === 'section'
  const marked = type === 'rich_text_list' ? within.map((each) => `• ${each}`) : within
  return [own, marked.filter(Boolean).join(lines ? '\n' : '')].filter(Boolean).join('\n')
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const entities = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
