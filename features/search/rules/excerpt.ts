import { isHit, type Question } from './question.ts'
import { type Word, wordsOf } from './segment.ts'

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

const LENGTH = 220
const LEAD = 60
const READ = 20_000

/** The part of a plain text that shows most of what was looked for, in pieces that say which of them are hits. */
export function excerptPieces(text: string, question: Pick<Question, 'phrases' | 'prefix'>): Piece[] {
  const read = text.slice(0, READ)
  const hits = wordsOf(read).filter((word) => isHit(question, word.text))
  const { start, end } = stretch(read, hits)
  const pieces = [...(start > 0 ? [{ text: '… ', hit: false }] : []), ...divided(read, { start, end, hits })]
  return end < text.length ? [...pieces, { text: ' …', hit: false }] : pieces
}

/** The whole of a line, such as a title, in pieces that say which of them are hits. */
export function hitPieces(line: string, question: Pick<Question, 'phrases' | 'prefix'>): Piece[] {
  return divided(line, { start: 0, end: line.length, hits: wordsOf(line).filter((word) => isHit(question, word.text)) })
}

function divided(text: string, { start, end, hits }: { start: number; end: number; hits: readonly Word[] }): Piece[] {
  const pieces: Piece[] = []
  let place = start
  for (const hit of hits) {
    if (hit.start < start || hit.end > end) continue
    if (hit.start > place) pieces.push({ text: text.slice(place, hit.start), hit: false })
    pieces.push({ text: text.slice(hit.start, hit.end), hit: true })
    place = hit.end
  }
  if (place < end) pieces.push({ text: text.slice(place, end), hit: false })
  return pieces
}

/** From a little before the hit that most others follow within the length of an excerpt, at the edges of words. */
function stretch(text: string, hits: readonly Word[]): { start: number; end: number } {
  const best = hits.reduce<{ from: number; count: number }>(
    (most, { start }, place) => {
      const count = hits.slice(place, place + LENGTH).filter((hit) => hit.end <= start + LENGTH - LEAD).length
      return count > most.count ? { from: start, count } : most
    },
    { from: 0, count: 0 },
  )
  const start = edge(text, Math.max(0, best.from - LEAD))
  return { start, end: start + LENGTH >= text.length ? text.length : edge(text, start + LENGTH) }
}

/** The end of the space behind this place, if one is near; never inside a character. */
function edge(text: string, place: number): number {
  if (place <= 0) return 0
  const space = text.slice(place, place + 20).search(/\s/u)
  if (space >= 0) return place + space + 1
  return /[\udc00-\udfff]/.test(text[place] ?? '') ? place + 1 : place
}
