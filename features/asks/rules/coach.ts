import { HIGHLIGHTS_ABOVE, countWords } from '#features/threads/rules/words.ts'
import { wishesForCall } from './call-phrases.ts'
import { hasMaterial, isOnlyLinks, proseOf } from './prose.ts'

type Verb = 'answer' | 'review' | 'decide' | 'do'

export interface Draft {
  readonly body: string
  readonly fyi: boolean
  readonly asks: readonly { readonly to: string; readonly verb: Verb; readonly text: string; readonly neededBy?: unknown }[]
  /** Handles that the text mentions and that name somebody. */
  readonly mentions: readonly string[]
  /** Of the thread so far; 0 for a new one. */
  readonly wordsBefore: number
  readonly hasHighlights: boolean
}

export type CoachNote =
  | { readonly kind: 'mention without ask'; readonly to: string }
  | { readonly kind: 'question without ask' }
  | { readonly kind: 'highlights owed' }
  | { readonly kind: 'quick call' }
  | { readonly kind: 'bare link' }
  | { readonly kind: 'ask without context'; readonly to: string; readonly verb: Verb }
  | { readonly kind: 'no needed-by'; readonly to: string }

const MOST = 3

/** What could spare a reader a question, at most three notes in the order of their worth. They advise; none of them stops anything. */
export function coach(draft: Draft): CoachNote[] {
  const { body, fyi, asks, hasHighlights, wordsBefore } = draft
  if (body.trim() === '') return []
  const prose = proseOf(body)
  const put = asks.filter((ask) => ask.to !== '')
  const asked = put.map((ask) => ask.to)
  const unasked = fyi ? [] : draft.mentions.filter((handle) => !asked.includes(handle))
  const isLong = wordsBefore + countWords(body, HIGHLIGHTS_ABOVE + 1) > HIGHLIGHTS_ABOVE
  const notes: CoachNote[] = [
    ...unasked.map((to) => ({ kind: 'mention without ask', to }) as const),
    ...noteIf(!fyi && asks.length === 0 && asksSomething(prose), { kind: 'question without ask' }),
    ...noteIf(isLong && !hasHighlights, { kind: 'highlights owed' }),
    ...noteIf(wishesForCall(prose), { kind: 'quick call' }),
    ...noteIf(isOnlyLinks(body) && put.every(({ text }) => text.trim() === ''), { kind: 'bare link' }),
    ...put.filter((ask) => !canBeAnswered(ask, draft)).map(({ to, verb }) => ({ kind: 'ask without context', to, verb }) as const),
    ...put.filter((ask) => ask.neededBy === undefined).map(({ to }) => ({ kind: 'no needed-by', to }) as const),
  ]
  return notes.slice(0, MOST)
}

const noteIf = (holds: boolean, note: CoachNote): CoachNote[] => (holds ? [note] : [])

/** Whether prose holds a question: a question mark at the end of a word or sentence. Scripts that put no space behind theirs need none. */
export const asksSomething = (prose: string): boolean => /[？؟՞፧]|[?‽](?=$|[\s"'”’»)\]*_…!]|\p{Script=Han})/u.test(prose)

/** With fewer words than this, and nothing to look at, an ask of this kind is answered by a question. */
const LEAST: Readonly<Record<Verb, number>> = { answer: 6, do: 6, decide: 20, review: 20 }

/**
 * Whether an ask brings what it takes to deal with it: something to look at (an address, a thread, a quotation, code, a list), or enough words, those
 * of the thread before it included.
 */
function canBeAnswered({ verb, text }: Draft['asks'][number], { body, wordsBefore }: Draft): boolean {
  if (hasMaterial(body) || hasMaterial(text)) return true
  const own = body.includes(text.trim()) ? 0 : countWords(text, LEAST[verb])
  return wordsBefore + countWords(body, LEAST[verb]) + own >= LEAST[verb]
}
