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
  pt: {
    wishes: [
      'ligação rápida',
      'chamada rápida',
      'call rápida',
      'reunião rápida',
      'conversa rápida',
      'tem um minuto',
      'tens um minuto',
      'entrar numa call',
    ],
    unless: ['sem', 'sem uma', 'em vez de uma', 'evita uma', 'evitar uma', 'nos poupa uma'],
  },
  de: {
    wishes: [
      ...['kurzer', 'kurzen', 'kurzes', 'schneller', 'schnellen'].flatMap((short) =>
        ['Anruf', 'Call', 'Telefonat', 'Meeting'].map((kind) => `${short} ${kind}`),
      ),
      'kurz telefonieren',
      'kurz sprechen',
      'kurz quatschen',
      'kurz Zeit',
      'hast du eine Minute',
      'hast du mal eine Minute',
    ],
    unless: ['kein', 'keinen', 'ohne', 'statt eines', 'ohne einen', 'nicht'],
  },
  ja: {
    wishes: [
      'ちょっと電話',
      '少し電話',
      '軽く打ち合わせ',
      '少し話せますか',
      'ちょっと話せますか',
      '今話せますか',
      '通話できますか',
      'ちょっといいですか',
    ],
    unless: [],
  },
  ar: {
    wishes: ['مكالمة سريعة', 'مكالمة قصيرة', 'اجتماع سريع', 'اتصال سريع', 'هل لديك دقيقة', 'عندك دقيقة', 'نتكلم بسرعة'],
    unless: ['بدون', 'دون', 'بدلا من', 'بدلًا من', 'لا نحتاج إلى'],
  },
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`)
const oneOf = (texts: readonly string[]): string => texts.map(escaped).join('|')

// Where words are not set apart by spaces, nothing around them says where they begin.
const unbroken = new Set(['ja'])

const wishes = Object.entries(phrases).map(([language, { wishes, unless }]) => {
  if (unbroken.has(language)) return new RegExp(oneOf(wishes), 'u')
  return new RegExp(String.raw`(?<!(?:^|[^\p{L}\p{N}])(?:${oneOf(unless)})\s+)(?<![\p{L}\p{N}])(?:${oneOf(wishes)})(?![\p{L}\p{N}])`, 'iu')
})

/** Whether a text wishes for a call now, in one of the known languages. */
export const wishesForCall = (text: string): boolean => wishes.some((wish) => wish.test(text))
