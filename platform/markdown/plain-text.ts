import type { Token } from 'markdown-it'
import { parser } from './parser.ts'

/** What a text says, without its Markdown, on one line. */
export function plainText(source: string): string {
  return parser.parse(source, {}).map(textOf).filter(Boolean).join(' ').replaceAll(/\s+/g, ' ').trim()
}

/** The beginning of what a text says, ending in … when there is more. `length` in characters as people count them, at most. */
export function excerptOf(source: string, length = 200): string {
  // A little is parsed, whatever the size of the whole.
  const text = plainText(source.slice(0, length * 8))
  const cut = Array.from(text.slice(0, length * 4))
  if (cut.length <= length && source.length <= length * 8) return text
  const whole = cut.slice(0, length - 1).join('')
  return `${whole.replace(/\s+\S{0,20}$/u, '')}…`
}

function textOf(token: Token): string {
  if (token.type === 'inline') return (token.children ?? []).map(inlineText).join('')
  return token.type === 'fence' || token.type === 'code_block' ? token.content : ''
}

function inlineText(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' '
  return token.content
}
