import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { languages } from '#platform/text/languages.ts'
import type { Translations } from '#platform/text/reader.ts'
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

test('every text is said somewhere', () => {
  assert.deepEqual(unspoken(catalogues, sources), [])
})

test('what people read comes from a catalogue, never from a component', () => {
  assert.deepEqual(sources.filter(({ file }) => file.endsWith('.tsx')).flatMap(writtenIn), [])
})

test('these checks find a text that is not translated, one that nobody says, and one that stands in a component', () => {
  assert.match(faultOf('Read by {name}', 'Lesen', ['other']) ?? '', /names/)
  assert.match(faultOf({ one: '{count} post', other: '{count} posts' }, { other: '{count}' }, ['one', 'other']) ?? '', /forms/)
  const [first] = catalogues
  assert.ok(first)
  const more = { ...first, texts: { ...first.texts, 'said by nobody': 'Nothing' } } satisfies Catalogue
  assert.deepEqual(unspoken([more, ...catalogues.slice(1)], sources), [`${first.name} said by nobody`])
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
