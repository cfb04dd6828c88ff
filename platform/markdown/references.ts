import type { StateInline } from 'markdown-it'

const NAME = /@([a-z0-9][a-z0-9._-]{0,63})/iy
const NUMBER = /#(\d{1,12})(?![\w-])/y
const WORD_BEFORE = /[\p{L}\p{N}_@#&/.=-]/u

export interface Reference {
  readonly kind: 'name' | 'number'
  /** The name in lower case without `@`, or the number's digits. */
  readonly value: string
  /** As it was written. */
  readonly text: string
}

/** The `@name` or `#12` that begins exactly at this place of a text, if one does. */
export function referenceAt(source: string, place: number): Reference | null {
  if (place > 0 && WORD_BEFORE.test(source[place - 1] ?? '')) return null
  if (source[place] === '#') {
    const number = matchAt(NUMBER, source, place)
    return number ? { kind: 'number', value: String(Number(number)), text: `#${number}` } : null
  }
  // A full stop or a dash at the end belongs to the sentence.
  const name = matchAt(NAME, source, place)?.replace(/[._-]+$/, '')
  return name ? { kind: 'name', value: name.toLowerCase(), text: `@${name}` } : null
}

function matchAt(pattern: RegExp, source: string, place: number): string | undefined {
  pattern.lastIndex = place
  return pattern.exec(source)?.[1]
}

/** An inline rule of markdown-it: `@name` and `#12` become tokens, so that what stands in code or in a link's text is left alone. */
export function referenceRule(state: StateInline, silent: boolean): boolean {
  const sign = state.src[state.pos]
  if ((sign !== '@' && sign !== '#') || state.linkLevel > 0) return false
  const reference = referenceAt(state.src, state.pos)
  if (!reference) return false
  if (!silent) {
    const token = state.push(`${reference.kind}_reference`, 'a', 0)
    token.content = reference.text
    token.info = reference.value
  }
  state.pos += reference.text.length
  return true
}
