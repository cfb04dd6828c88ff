import { reader } from './reader.ts'

/** A sentence begins with a capital letter, where the language has such. */
export function capital(text: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase(reader().locale) + rest.join('')
}

/** A word that may stand alone, as it stands within a sentence: German keeps its capitals. */
export function withinSentence(text: string): string {
  const { language, locale } = reader()
  return language === 'de' ? text : text.toLocaleLowerCase(locale)
}
