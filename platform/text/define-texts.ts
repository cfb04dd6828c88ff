import { directionOf } from './languages.ts'
import { reader } from './reader.ts'
import { remember } from './remember.ts'

/** A sentence with its forms for counting; `{count}` chooses between them. */
export interface Plural {
  readonly one: string
  readonly other: string
}
export type Texts = Readonly<Record<string, string | Plural>>

type Sentence<T> = T extends Plural ? T['other'] | T['one'] : T extends string ? T : never
type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
type ParamsOf<T> = (T extends Plural ? 'count' : never) | Names<Sentence<T>>
type Values<T, V> = { readonly [Name in ParamsOf<T>]: Name extends 'count' ? number : V }
type Arguments<T, V> = [ParamsOf<T>] extends [never] ? [] : [values: Values<T, V>]

export interface Translate<T extends Texts> {
  /** The sentence of this key with its `{names}` filled in; a text that counts takes the form that `count` asks for. */
  <K extends keyof T & string>(key: K, ...values: Arguments<T[K], string | number>): string
  /** The same in pieces, so that a value may be more than text: words and values in their order. */
  parts<K extends keyof T & string, V>(key: K, ...values: Arguments<T[K], V | string | number>): (V | string)[]
}

/**
 * Declares the texts of one place, in English, and answers the function that speaks them in the reader's language. Keys and the names in braces are
 * checked by type. `name` is what the texts are called in other languages.
 */
export function defineTexts<const T extends Texts>(name: string, texts: T): Translate<T> {
  const said = (key: string, values: Readonly<Record<string, unknown>>) =>
    sentence(reader().translations[name]?.[key] ?? texts[key], values)
  const parts = (key: string, values: Readonly<Record<string, unknown>> = {}) => fill(said(key, values), values)
  const translate = (key: string, values?: Readonly<Record<string, unknown>>) =>
    values === undefined ? said(key, {}) : parts(key, values).join('')
  return Object.assign(translate, { parts }) as Translate<T>
}

function sentence(text: string | Readonly<Record<string, string>> | Plural | undefined, values: Readonly<Record<string, unknown>>): string {
  if (text === undefined) throw new Error('This text is not in its catalogue.')
  if (typeof text === 'string') return text
  const forms: Readonly<Record<string, string>> = { ...text }
  return forms[pluralsOf(reader().locale).select(Number(values['count']))] ?? forms['other'] ?? ''
}

const taken = new Map<string, readonly string[]>()

/** A sentence in pieces, words and names in turn; taken apart once. */
function piecesOf(template: string): readonly string[] {
  const pieces = taken.get(template) ?? template.split(/\{(\w+)\}/)
  taken.set(template, pieces)
  return pieces
}

function fill(template: string, values: Readonly<Record<string, unknown>>): unknown[] {
  return piecesOf(template)
    .map((piece, index) => (index % 2 === 0 ? piece : shown(values[piece])))
    .filter((piece) => piece !== '')
}

function shown(value: unknown): unknown {
  if (typeof value === 'number') return formatNumber(value)
  // Signs beside a name that runs the other way would go to its wrong end.
  return typeof value === 'string' && value !== '' && directionOf(reader().language) === 'rtl' ? `\u2068${value}\u2069` : value
}

const plurals = new Map<string, Intl.PluralRules>()
const numbers = new Map<string, Intl.NumberFormat>()

function pluralsOf(locale: string): Intl.PluralRules {
  const made = plurals.get(locale) ?? new Intl.PluralRules(locale)
  plurals.set(locale, made)
  return made
}

const counts = new Map<string, string>()

/** A number as the reader writes it: `12,400`. */
export function formatNumber(value: number, digits = 3): string {
  const { locale } = reader()
  const key = `${value} ${digits} ${locale}`
  const known = counts.get(key)
  if (known !== undefined) return known
  const form = `${locale} ${digits}`
  const made = numbers.get(form) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits })
  numbers.set(form, made)
  return remember(counts, key, made.format(value))
}
