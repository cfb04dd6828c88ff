interface Phrases {
  /** What people write when they wish for a call. */
  readonly wishes: readonly string[]
  /** What stands right before it when they do not. */
  readonly unless: readonly string[]
}

/** By language; each is looked for in every text, because one text may hold several. A new language is a new row. */
const phrases: Readonly<Record<string, Phrases>> = {
  en: {
    wishes: [
      ...['call', 'chat', 'sync', 'huddle', 'meeting', 'catch-up', 'catch up'].flatMap((kind) => [`quick ${kind}`, `short ${kind}`]),
      'hop on a call',
      'jump on a call',
      'get on a call',
      'got a minute',
      'got a sec',
      'got a second',
      'have a minute',
    ],
    unless: [
      'no',
      'not a',
      'without a',
      'instead of a',
      'rather than a',
      'avoid a',
      'avoids a',
      'spares us a',
      'spared us a',
      'saves us a',
      'saved us a',
    ],
  },
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`)
const oneOf = (texts: readonly string[]): string => texts.map(escaped).join('|')

const wishes = Object.values(phrases).map(
  ({ wishes, unless }) =>
    new RegExp(String.raw`(?<!(?:^|[^\p{L}\p{N}])(?:${oneOf(unless)})\s+)(?<![\p{L}\p{N}])(?:${oneOf(wishes)})(?![\p{L}\p{N}])`, 'iu'),
)

/** Whether a text wishes for a call now, in one of the known languages. */
export const wishesForCall = (text: string): boolean => wishes.some((wish) => wish.test(text))
