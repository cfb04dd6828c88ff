import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { languages } from '#platform/text/languages.ts'
import type { Translations } from '#platform/text/reader.ts'
import { readGuide } from '../app/build/chapters.ts'
import type { Guide } from '../app/web/guide.ts'
import { type Catalogue, cataloguesOf } from '../tools/testing/catalogues.ts'
import { type Node, type Source, isNode, lineOf, readSources, root, textOf } from '../tools/testing/sources.ts'
import { unspoken } from '../tools/testing/spoken.ts'

const sources = readSources()
const catalogues = cataloguesOf(sources)
const others = languages.filter((language) => language !== 'en')

test('every text has its sentence in every language, with the same names and the forms that the language counts in', () => {
  assert.ok(catalogues.length > 40)
  for (const language of others) {
    const texts = translationsOf(language)
    assert.deepEqual(Object.keys(texts).toSorted(), catalogues.map(({ name }) => name).toSorted(), language)
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const catalogue of catalogues) {
      const own = texts[catalogue.name] ?? {}
      assert.deepEqual(Object.keys(own).toSorted(), Object.keys(catalogue.texts).toSorted(), `${language}: ${catalogue.name}`)
      for (const key of Object.keys(catalogue.texts))
        assert.deepEqual(faultOf(catalogue.texts[key] ?? '', own[key] ?? '', forms), null, `${language}: ${catalogue.name} ${key}`)
    }
  }
})

test('the translations of a catalogue stand in the file of its feature, one name for each', () => {
  const names = catalogues.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  for (const { name, file } of others.flatMap(filesOf)) assert.equal(`${name.split('-')[0]}.json`, file, name)
})

test('what the server alone says stands in files that the build leaves out', () => {
  for (const { name, source } of catalogues)
    assert.equal(/^refusals(-|$)/.test(name), source.file.endsWith('/refusal-texts.ts'), `${name} in ${source.file}`)
})

test('every text is said somewhere', () => {
  assert.deepEqual(unspoken(catalogues, sources), [])
})

test('what people read comes from a catalogue, never from a component', () => {
  assert.deepEqual(sources.filter(({ file }) => file.endsWith('.tsx')).flatMap(writtenIn), [])
})

test('the guide has every chapter in every language, made as in English, and calls what is on the screen as it is called there', async () => {
  const english = await guideOf('en')
  assert.ok(Object.keys(english).length >= 11)
  for (const language of others) {
    const guide = await guideOf(language)
    assert.deepEqual(Object.keys(guide), Object.keys(english), language)
    const said = saidIn(language, english, guide)
    for (const [name, { html }] of Object.entries(english))
      assert.deepEqual(faultsOf(html, guide[name]?.html ?? '', said), [], `${language}: ${name}`)
  }
})

test('these checks find a text that is not translated, one that nobody says, and one that stands in a component', () => {
  assert.match(faultOf('Read by {name}', 'Lesen', ['other']) ?? '', /names/)
  assert.match(faultOf({ one: '{count} post', other: '{count} posts' }, { other: '{count}' }, ['one', 'other']) ?? '', /forms/)
  const [first] = catalogues
  assert.ok(first)
  const more = { ...first, texts: { ...first.texts, 'said by nobody': 'Nothing' } } satisfies Catalogue
  assert.deepEqual(unspoken([more, ...catalogues.slice(1)], sources), [`${first.name} said by nobody`])
  const said: Said[] = [
    [matching('Drafts'), matching('Entwürfe')],
    [matching('Every {weekday}'), matching('Jeden {weekday}')],
  ]
  assert.deepEqual(faultsOf('<p><strong>Drafts.</strong></p>', '<p><strong>Entwürfe.</strong></p>', said), [])
  assert.deepEqual(faultsOf('<ul><li><em>Drafts</em></li></ul>', '<p><em>Konzepte</em>, Entwürfe</p>', said), ['1 li, not 0', 'drafts'])
  assert.deepEqual(faultsOf('<p><em>Every Thursday</em></p>', '<p><em>Donnerstags</em></p>', said), ['every thursday'])
  const node = (type: string, parts: object): Node => ({ type, start: 0, ...parts })
  const title = node('JSXAttribute', { name: { type: 'JSXIdentifier', name: 'title' }, value: node('Literal', { value: 'Close' }) })
  assert.deepEqual(writtenIn({ file: 'x.tsx', code: '', nodes: [title, node('JSXText', { value: ' Hello ' })] }), [
    'x.tsx:1 Close',
    'x.tsx:1 Hello',
  ])
})

function filesOf(language: string): { readonly file: string; readonly name: string }[] {
  return readdirSync(join(root, 'languages', language)).flatMap((file) =>
    Object.keys(readTexts(language, file)).map((name) => ({ file, name })),
  )
}

const readTexts = (language: string, file: string): Translations =>
  JSON.parse(readFileSync(join(root, 'languages', language, file), 'utf8')) as Translations

function translationsOf(language: string): Translations {
  const files = readdirSync(join(root, 'languages', language))
  return Object.assign({}, ...files.map((file) => readTexts(language, file))) as Translations
}

type Text = string | Readonly<Record<string, string>>

/** What is wrong with a translation; null for nothing. A form such as `one` may say its number in words. */
function faultOf(english: Text, translated: Text, forms: readonly string[]): string | null {
  const sentences = typeof translated === 'string' ? { other: translated } : translated
  const wanted = typeof english === 'string' ? ['other'] : forms
  if (typeof english !== typeof translated || Object.keys(sentences).toSorted().join() !== wanted.toSorted().join())
    return `other forms than ${wanted.join()}`
  const names = namesIn(typeof english === 'string' ? english : (english['other'] ?? ''))
  // How many it is may be said in figures, in words, or by a form that has but one.
  const isFigure = (name: string): boolean => typeof english !== 'string' && (name === 'count' || name === 'number')
  const strange = Object.entries(sentences).filter(([form, sentence]) => {
    const own = namesIn(sentence)
    const isSame = own.filter((name) => !isFigure(name)).join() === names.filter((name) => !isFigure(name)).join()
    const isCounted = form !== 'other' || own.some(isFigure) === names.some(isFigure)
    return sentence.trim() === '' || !isSame || !isCounted
  })
  return strange.length === 0 ? null : `other names than ${names.join()}`
}

const namesIn = (sentence: string): string[] => [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].toSorted()

const guideOf = (language: string) => readGuide(join(root, 'docs', 'guide'), language)

const parts = ['h2', 'li', 'tr', 'code', 'a', 'strong', 'em'] as const

/** A text in English and in another language, each as what matches it with anything in the place of its names. */
type Said = readonly [english: RegExp, translated: RegExp]

/** What is missing in a chapter, or called by other words than on the screen. What is bold, italic or a link is a name where a text says the same. */
function faultsOf(english: string, translated: string, said: readonly Said[]): string[] {
  const countOf = (html: string, part: string): number => html.split(new RegExp(`<${part}[ >]`)).length - 1
  const counts = parts.map((part) => [part, countOf(english, part), countOf(translated, part)] as const)
  const here = markedIn(translated)
  const misnamed = markedIn(english).filter((name) => {
    const names = said.filter(([text]) => text.test(name))
    return names.length > 0 && !names.some(([, text]) => here.some((words) => text.test(words)))
  })
  return [...counts.flatMap(([part, there, own]) => (there === own ? [] : [`${there} ${part}, not ${own}`])), ...misnamed]
}

const markedIn = (html: string): string[] =>
  [...html.matchAll(/<(strong|em|a)(?: [^>]*)?>([^<]+)<\/\1>/g)].flatMap(([, , words = '']) => words.split(' → ').map(bare))

/** The texts of a language, and the titles of its chapters. */
function saidIn(language: string, english: Guide, guide: Guide): Said[] {
  const texts = translationsOf(language)
  const titles = Object.entries(english).map(([name, { title }]) => [title, guide[name]?.title] as const)
  const all = catalogues.flatMap(({ name, texts: own }) => Object.entries(own).map(([key, text]) => [text, texts[name]?.[key]] as const))
  return [...titles, ...all].flatMap(([text, translated]) =>
    typeof text === 'string' && typeof translated === 'string' && !isBarely(text) ? [[matching(text), matching(translated)] as const] : [],
  )
}

const placeholder = /\{\w+\}/

/** Hardly more than the names in it, so that anything would match. */
const isBarely = (text: string): boolean => placeholder.test(text) && (text.replaceAll(/\{\w+\}/g, '').match(/\p{L}/gu) ?? []).length < 5

const matching = (text: string): RegExp => new RegExp(`^${bare(text).split(placeholder).map(RegExp.escape).join('.+')}$`)

/** Words as they are compared: without what ends a sentence, large or small at its beginning. */
const bare = (words: string): string => words.toLowerCase().replace(/[.:]$/, '')

const readAloud = new Set(['title', 'aria-label', 'aria-description', 'placeholder', 'alt', 'label', 'hint'])

/** The words that stand in a component itself. */
function writtenIn(source: Source): string[] {
  const words = source.nodes.flatMap((node): [Node, string][] => {
    if (node.type === 'JSXText') return [[node, String(node['value'])]]
    if (node.type !== 'JSXAttribute' || !isNode(node['name']) || !readAloud.has(String(node['name']['name']))) return []
    const text = textOf(node['value'])
    return text === undefined ? [] : [[node, text]]
  })
  return words.filter(([, text]) => /\p{L}{2}/u.test(text)).map(([node, text]) => `${source.file}:${lineOf(source, node)} ${text.trim()}`)
}
