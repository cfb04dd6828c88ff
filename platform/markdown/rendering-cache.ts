import { excerptOf } from './plain-text.ts'
import { type Rendered, renderMarkdown } from './render.ts'

const KEPT_CHARACTERS = 6_000_000

/** As `renderMarkdown`, remembering what was rendered lately. */
export const rendered: (source: string) => Rendered = keepingLately(renderMarkdown, ({ html }) => html.length)

/** As `excerptOf`, remembering what was told lately: one post is told to many people. */
export const excerpted: (source: string) => string = keepingLately(
  (source) => excerptOf(source),
  ({ length }) => length,
)

/** What `make` makes of a text, kept until the texts used since and what was made of them have this many characters. */
function keepingLately<Made>(make: (source: string) => Made, lengthOf: (made: Made) => number): (source: string) => Made {
  const kept = new Map<string, Made>()
  let characters = 0
  return (source) => {
    const made = kept.get(source) ?? make(source)
    characters += kept.delete(source) ? 0 : source.length + lengthOf(made)
    kept.set(source, made)
    for (const [oldest, old] of kept) {
      if (characters <= KEPT_CHARACTERS) break
      kept.delete(oldest)
      characters -= oldest.length + lengthOf(old)
    }
    return made
  }
}
