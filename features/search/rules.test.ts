import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dateMeant } from './rules/dates.ts'
import { excerptPieces } from './rules/excerpt.ts'
import { isEmpty, questionOf } from './rules/question.ts'
import { scoreOf } from './rules/score.ts'
import { folded, wordsOf, wordTexts } from './rules/segment.ts'
import { contentsOf, signOf } from './rules/signs.ts'
import { rankingOf, tsqueryOf, vectorOf, weekOf, within } from './rules/vector.ts'

const words = (text: string): string[] => wordsOf(text).map((word) => word.text)

test('words are compared in lower case and without accents', () => {
  assert.deepEqual(words('Ärger, CAFÉ & Ångström’s'), ['arger', 'cafe', 'angstroms'])
  assert.deepEqual(words('export.csv v1.2 10,000 deliver_at don’t'), ['export', 'csv', 'v1', '2', '10', '000', 'deliver', 'at', 'dont'])
  assert.equal(folded('İstanbul'), folded('istanbul'))
  assert.deepEqual(words('مُحَمَّد'), words('محمد'))
})

test('scripts without spaces are divided into words, Hangul stays whole', () => {
  assert.ok(words('東京都に住んでいます').length >= 3)
  assert.deepEqual(words('한국어 문서'), ['한국어', '문서'])
  assert.deepEqual(words('🎉 — …'), [])
})

test('a word that is too long is cut between characters', () => {
  assert.ok(words('𠀀'.repeat(100)).every((word) => word.isWellFormed()))
  assert.ok(words(`a${'𞤀'.repeat(100)}`).every((word) => word.isWellFormed() && word.length <= 60))
})

test('each word knows where it stands in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const word of wordsOf(text)) assert.equal(folded(text.slice(word.start, word.end)), word.text)
    }),
  )
})

test('the words of a text are the same with and without where they stand', () => {
  for (const text of ['Ärger’s v1.2 東京都に住んでいます', 'a'.repeat(100), `one ${'two '.repeat(30_000)}`])
    assert.deepEqual(wordTexts(text), words(text))
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.deepEqual(wordTexts(text), words(text))))
})

test('a question holds words, phrases and operators', () => {
  assert.deepEqual(questionOf('export "Stops early" in:ops from:@Ann is:open rows'), {
    phrases: [['export'], ['stops', 'early']],
    prefix: 'rows',
    without: [],
    narrowings: [
      { operator: 'in', values: ['ops'], not: false },
      { operator: 'from', values: ['ann'], not: false },
      { operator: 'is', values: ['open'], not: false },
    ],
    misunderstood: [],
  })
})

test('what a dash stands before is ruled out', () => {
  const { phrases, without, narrowings } = questionOf('export -csv -"stops early" -from:ann -has:link well-known ')
  assert.deepEqual(phrases, [['export'], ['well'], ['known']])
  assert.deepEqual(without, [['csv'], ['stops', 'early']])
  assert.deepEqual(narrowings, [
    { operator: 'from', values: ['ann'], not: true },
    { operator: 'has', values: ['link'], not: true },
  ])
})

test('several spaces or people stand for any of them, several states for all of them', () => {
  const { narrowings } = questionOf('in:ops in:#desk from:@ann is:open is:question')
  assert.deepEqual(
    narrowings.map(({ values }) => values),
    [['ops', 'desk'], ['ann'], ['open'], ['question']],
  )
})

test('the last word is a beginning until a space says that it is whole', () => {
  assert.deepEqual(questionOf('stops ear').prefix, 'ear')
  assert.deepEqual(questionOf('stops early ').prefix, null)
  assert.deepEqual(questionOf('stops early in:ops').prefix, null)
  assert.deepEqual(questionOf('"stops ear').phrases, [['stops', 'ear']])
})

test('what is no operator is a word', () => {
  assert.deepEqual(questionOf('label:blue https://x at 12:30 ').phrases, [['label'], ['blue'], ['https'], ['x'], ['at'], ['12'], ['30']])
  assert.ok(isEmpty(questionOf(' — "" ')))
  assert.ok(!isEmpty(questionOf('is:open')))
})

test('what cannot be taken as it stands is told, and an operator without a value waits for one', () => {
  assert.deepEqual(questionOf('label:blue is:blue has:glue before:lunch https://x').misunderstood, [
    { part: 'label:blue', what: 'operator' },
    { part: 'is:blue', what: 'value' },
    { part: 'has:glue', what: 'value' },
    { part: 'before:lunch', what: 'value' },
  ])
  assert.ok(isEmpty(questionOf('is:blue in: before:')))
})

test('a date is a day, a month or a year, and a month by its name the last one that has begun', () => {
  const meant = (text: string): string | null => dateMeant(text, Temporal.PlainDate.from('2026-11-17'))?.toString() ?? null
  const dates = {
    today: '2026-11-17',
    yesterday: '2026-11-16',
    '2026-11-03': '2026-11-03',
    '2026-2': '2026-02-01',
    '2025': '2025-01-01',
    oct: '2026-10-01',
    november: '2026-11-01',
    dec: '2025-12-01',
  }
  assert.deepEqual(Object.fromEntries(Object.keys(dates).map((text) => [text, meant(text)])), dates)
  assert.deepEqual(['2026-02-30', '2026-13', 'octo pus', 'decem', 'ma', '0900', '17'].map(meant), [
    null,
    null,
    null,
    '2025-12-01',
    null,
    null,
    null,
  ])
})

test('a link and code are seen in a text', () => {
  assert.deepEqual(contentsOf('See [the plan](https://plan.example/1)'), ['link'])
  assert.deepEqual(contentsOf('Run `npm start`, or:\n```\nnpm test\n```'), ['code'])
  assert.deepEqual(contentsOf('It costs 5`'), [])
})

test('a text is kept by week, its title marked', () => {
  assert.equal(weekOf(Temporal.Instant.from('1970-01-08T00:00:00Z')), 1)
  assert.equal(
    vectorOf(
      { workspaceId: 1, week: 2960 },
      { title: 'Export', body: 'It stops. Export.', signs: [signOf.author('0194-aaaaaaaaaaaa'), signOf.type('thread')] },
    ),
    "'1.2960/@aaaaaaaaaaaa' '1.2960/=thread' '1.2960/export':1A,14 '1.2960/it':12 '1.2960/stops':13",
  )
})

test('a question looks through the week it is given', () => {
  const question = questionOf('"stops early" exp')
  assert.equal(within({ workspaceId: 1, week: 7 }, tsqueryOf(question, []) ?? ''), "('1.7/stops' <-> '1.7/early') & '1.7/exp':*")
  const signed = [
    { any: ['#ops', '#desk'], not: false },
    { any: ['+link'], not: true },
  ]
  assert.equal(tsqueryOf(questionOf('-csv '), signed), "!('§csv') & ('§#ops' | '§#desk') & !('§+link')")
  assert.equal(tsqueryOf(questionOf('-csv '), []), null)
  assert.equal(rankingOf(question), "('§stops' <-> '§early') & '§exp':*")
  assert.equal(tsqueryOf(questionOf('is:open'), []), null)
})

const harmless = /^(?:!?\((?:'1\.7\/[\p{L}\p{N}\p{M}]+'(?: <-> )?)+\)(?: & )?|'1\.7\/[\p{L}\p{N}\p{M}]+':\*)*$/u

test('nothing that is typed breaks out of the query', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const query = within({ workspaceId: 1, week: 7 }, tsqueryOf(questionOf(text), []) ?? '')
      assert.match(query, harmless)
    }),
  )
})

const now = Temporal.Instant.from('2026-11-23T09:00:00Z')

test('a title comes before words that stand side by side, and both before what is only new', () => {
  const score = (inTitle: boolean, nearness: number, days: number): number =>
    scoreOf({ inTitle, nearness, at: now.subtract({ hours: 24 * days }) }, now)
  assert.ok(score(true, 0.1, 400) > score(false, 1, 0))
  assert.ok(score(false, 1, 30) > score(false, 0.1, 30))
  assert.ok(score(false, 0.5, 1) > score(false, 0.5, 300))
})

test('an excerpt shows where the words stand', () => {
  const text = `${'Something else entirely. '.repeat(40)}The Export stops early, at ten thousand rows. ${'And so on. '.repeat(40)}`
  const pieces = excerptPieces(text, questionOf('export sto'))
  assert.deepEqual(
    pieces.filter((piece) => piece.hit).map((piece) => piece.text),
    ['Export', 'stops'],
  )
  assert.equal(pieces[0]?.text, '… ')
  assert.ok(pieces.map((piece) => piece.text).join('').length < 300)
})

test('an excerpt is made of the text, whatever that is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.string({ maxLength: 20 }), (text, asked) => {
      const shown = excerptPieces(text, questionOf(asked))
        .map((piece) => piece.text)
        .join('')
      assert.ok(text.includes(shown.replace(/^… /, '').replace(/ …$/, '')))
    }),
  )
})
