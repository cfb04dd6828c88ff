import { emojiNamed } from '#platform/text/emoji.ts'

/** What the ids in a text stand for here. */
export interface Names {
  /** A person's handle here. */
  person(id: string): string | null
  /** A channel's name as whoever reads this text may know it. */
  channel(id: string): string | null
}

/** A piece of a line, with what stands for a character turned into it. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'person'; readonly handle: string }
  | { readonly type: 'link'; readonly href: string; readonly label: string }
  | { readonly type: Emphasis; readonly children: readonly Inline[] }
export type Emphasis = 'strong' | 'em' | 'struck'

interface Mark {
  readonly type: 'mark'
  readonly sign: string
  readonly opens: boolean
  readonly closes: boolean
}

const emphases: Readonly<Record<string, Emphasis>> = { '*': 'strong', _: 'em', '~': 'struck' }
const token = /<([^<>\n]+)>|`([^`\n]+)`|:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):|(https?:\/\/[^\s<>`|]*[^\s<>`|.,;:!?)'"*_~])|[*_~]/giu

/** The pieces of one line of mrkdwn. */
export function inlineOf(line: string, names: Names): Inline[] {
  const pieces: (Inline | Mark)[] = []
  let place = 0
  for (const found of line.matchAll(token)) {
    const piece = pieceOf(line, found, names)
    if (piece === null) continue
    if (found.index > place) pieces.push({ type: 'text', text: decoded(line.slice(place, found.index)) })
    pieces.push(piece)
    place = found.index + found[0].length
  }
  if (place < line.length) pieces.push({ type: 'text', text: decoded(line.slice(place)) })
  return paired(pieces)
}

/** What `<…>` in code says: an address or a name as it was seen. */
export function codeText(source: string, names: Names): string {
  return decoded(
    source.replaceAll(/<([^<>\n]+)>/g, (whole, inner: string) => {
      const piece = angled(inner, names)
      return piece === null ? whole : textOf(piece)
    }),
  )
}

/** A piece without its marks. */
export function textOf(piece: Inline): string {
  if (piece.type === 'text' || piece.type === 'code') return piece.text
  if (piece.type === 'person') return `@${piece.handle}`
  return piece.type === 'link' ? piece.label : piece.children.map(textOf).join('')
}

const decoded = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** The piece a match stands for, or null where it is only text. */
function pieceOf(line: string, found: RegExpExecArray, names: Names): Inline | Mark | null {
  const [whole, inner, code, emoji, address] = found
  if (inner !== undefined) return angled(inner, names)
  if (code !== undefined) return { type: 'code', text: codeText(code, names) }
  if (address !== undefined) return { type: 'link', href: decoded(address), label: decoded(address) }
  const before = line[found.index - 1] ?? ''
  if (emoji !== undefined) {
    const character = /^\d/.test(emoji) && /\d/.test(before) ? null : emojiNamed(emoji)
    return character === null ? null : { type: 'text', text: character }
  }
  const after = line[found.index + 1] ?? ''
  return {
    type: 'mark',
    sign: whole,
    opens: isEdge(before, whole) && isInside(after, whole),
    closes: isInside(before, whole) && isEdge(after, whole),
  }
}

const isEdge = (neighbour: string, sign: string): boolean => neighbour !== sign && !/[\p{L}\p{N}\p{M}\p{Cs}]/u.test(neighbour)
const isInside = (neighbour: string, sign: string): boolean => neighbour !== '' && neighbour !== sign && !/\s/.test(neighbour)

/** What `<…>` holds: somebody, a channel, a group or an address, with words of its own behind a bar. */
function angled(inner: string, names: Names): Inline | null {
  const bar = inner.indexOf('|')
  const target = bar < 0 ? inner : inner.slice(0, bar)
  const label = bar < 0 ? '' : decoded(inner.slice(bar + 1)).trim()
  const id = target.slice(1)
  if (target.startsWith('@')) {
    const handle = names.person(id)
    return handle === null ? { type: 'text', text: `@${(label || id).replace(/^@/, '')}` } : { type: 'person', handle }
  }
  if (target.startsWith('#')) return { type: 'text', text: `#${names.channel(id) ?? 'private-channel'}` }
  if (target.startsWith('!')) return { type: 'text', text: label || `@${id.split('^')[0] ?? ''}`.replace('@subteam', '@group') }
  if (!/^[a-z][a-z0-9+.-]*:\S/i.test(target)) return null
  const href = decoded(target)
  if (/^(https?|mailto):/i.test(href)) return { type: 'link', href, label: label || href.replace(/^mailto:/i, '') }
  return { type: 'text', text: label || href }
}

/** Marks that belong together become emphasis; others are the signs they are. */
function paired(pieces: readonly (Inline | Mark)[]): Inline[] {
  const closing = nextClosing(pieces)
  const within = (from: number, to: number): Inline[] => {
    const made: Inline[] = []
    for (let place = from; place < to; place += 1) {
      const piece = pieces[place]
      if (!piece) continue
      if (piece.type !== 'mark') {
        made.push(piece)
        continue
      }
      const end = piece.opens ? (closing[place] ?? to) : to
      const type = emphases[piece.sign]
      if (type && end < to && end > place + 1) {
        made.push({ type, children: within(place + 1, end) })
        place = end
      } else made.push({ type: 'text', text: piece.sign })
    }
    return made
  }
  return within(0, pieces.length)
}

/** For each place, where the next mark of the same sign closes. */
function nextClosing(pieces: readonly (Inline | Mark)[]): (number | undefined)[] {
  const next: Record<string, number> = {}
  const found: (number | undefined)[] = []
  for (let place = pieces.length - 1; place >= 0; place -= 1) {
    const piece = pieces[place]
    if (piece?.type !== 'mark') continue
    found[place] = next[piece.sign]
    if (piece.closes) next[piece.sign] = place
  }
  return found
}
