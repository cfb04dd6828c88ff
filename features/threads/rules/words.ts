/** Above so many words a thread owes its readers highlights. */
export const HIGHLIGHTS_ABOVE = 1_000

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** How many words a text has, in any script; not counted further than `most`. */
export function countWords(text: string, most = Infinity): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words += 1
    if (words >= most) break
  }
  return words
}

/** Whether a thread of so many words, its opening or all of it, should say in short what it holds, and does not yet. */
export function areHighlightsOwed(thread: { readonly words: number; readonly hasHighlights: boolean }): boolean {
  return thread.words > HIGHLIGHTS_ABOVE && !thread.hasHighlights
}
