import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Draft, coach } from './coach.ts'

const draft = (over: Partial<Draft>): Draft => ({
  body: 'All is well.',
  fyi: false,
  asks: [],
  mentions: [],
  wordsBefore: 0,
  hasHighlights: false,
  ...over,
})
const kinds = (over: Partial<Draft>): string[] => coach(draft(over)).map((note) => note.kind)
const ask = (over: Partial<Draft['asks'][number]> = {}): Draft['asks'][number] => ({
  to: 'ann',
  verb: 'answer',
  text: '',
  neededBy: 'whenever',
  ...over,
})
const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ')

test('there is nothing to say about a plain text, nor about none', () => {
  assert.deepEqual(kinds({}), [])
  assert.deepEqual(kinds({ body: '  ' }), [])
})

test('a mention without an ask is pointed out, unless nobody needs to reply', () => {
  assert.deepEqual(coach(draft({ body: '@kenji uses the same writer.', mentions: ['kenji'] })), [
    { kind: 'mention without ask', to: 'kenji' },
  ])
  assert.deepEqual(kinds({ body: '@kenji uses it.', mentions: ['kenji'], fyi: true }), [])
  assert.deepEqual(kinds({ body: '@ann, which export of the ledger was it?', mentions: ['ann'], asks: [ask()] }), [])
})

test('a question that is asked of nobody is pointed out', () => {
  assert.deepEqual(kinds({ body: 'Which export was it? I cannot see.' }), ['question without ask'])
  assert.deepEqual(kinds({ body: 'Which export of the ledger was it?', asks: [ask()] }), [])
})

test('a question is one in any script', () => {
  for (const body of [
    'エクスポートはどれでしたか？教えてください。',
    'أي تصدير كان؟ لا أرى.',
    '¿Cuál fue?',
    '是哪一个?我看不到。',
    '“Is it **this one?**”',
  ])
    assert.deepEqual(kinds({ body }), ['question without ask'], body)
})

test('a rhetorical question for information only is no question', () => {
  assert.deepEqual(kinds({ body: 'Why does it stop? Because one page of rows times out.', fyi: true }), [])
})

test('a question mark in code, a quotation or an address is no question', () => {
  for (const body of [
    'See `a ? b : c` and ``x ? `y` : z`` there.',
    'Said before:\n> why? and when?\n\nNow we know.',
    'It is at https://example.org/?q=1 now, or https://example.org/why? as it was.',
    '```\nif (a ?) b?\n```\nThat is the line.',
    '~~~\nwhy?\n~~~\nThat is the line.',
    'It matches a?b and a?.b in all of them.',
  ])
    assert.deepEqual(kinds({ body }), [], body)
})

test('above 1,000 words highlights are owed, also where nothing stands between words', () => {
  assert.deepEqual(kinds({ body: 'one more word', wordsBefore: 998 }), ['highlights owed'])
  assert.deepEqual(kinds({ body: 'one more word', wordsBefore: 997 }), [])
  assert.deepEqual(kinds({ body: 'one more word', wordsBefore: 5_000, hasHighlights: true }), [])
  assert.deepEqual(kinds({ body: '東京で止まります。'.repeat(400) }), ['highlights owed'])
  assert.deepEqual(kinds({ body: '東京で止まります。'.repeat(40) }), [])
})

test('the wish for a quick call is pointed out', () => {
  for (const body of ['Could we have a quick call about this', 'Let us hop on\na call then.', 'Got a minute, anybody.', 'QUICK CHAT later'])
    assert.deepEqual(kinds({ body }), ['quick call'], body)
})

test('what only sounds like a call is none', () => {
  for (const body of [
    'No quick call is needed.',
    'This spares us a short call.',
    'Written down instead of a quick sync.',
    'The quick callback is slow.',
    '> quick call?\n\nI write it down.',
    'It logs `quick call` once.',
  ])
    assert.deepEqual(kinds({ body }), [], body)
})

test('links without a word about them are pointed out', () => {
  for (const body of ['https://example.org/a', '<https://example.org/a>', '- https://a.example\n- https://b.example', '#118'])
    assert.deepEqual(kinds({ body }), ['bare link'], body)
  for (const body of ['The minutes: https://example.org/a', '[Minutes](https://example.org/a)', '# 118', '🎉'])
    assert.deepEqual(kinds({ body }), [], body)
})

test('an ask says what a link is for', () => {
  assert.deepEqual(kinds({ body: 'https://example.org/a', asks: [ask({ verb: 'review', text: 'Is the third part clear?' })] }), [])
  assert.deepEqual(kinds({ body: 'https://example.org/a', asks: [ask({ verb: 'review' })] }), ['bare link'])
})

test('an ask that brings neither words nor anything to look at is pointed out', () => {
  assert.deepEqual(coach(draft({ body: 'Thoughts?', asks: [ask()] })), [{ kind: 'ask without context', to: 'ann', verb: 'answer' }])
  assert.deepEqual(kinds({ body: 'Can you review the plan for the move to streamed exports?', asks: [ask({ verb: 'review' })] }), [
    'ask without context',
  ])
  assert.deepEqual(kinds({ body: 'Red or green?', asks: [ask({ verb: 'decide' })] }), ['ask without context'])
})

test('an ask has what it takes by its words, by what it brings, or by the thread it stands in', () => {
  assert.deepEqual(kinds({ body: 'Thoughts?', asks: [ask()], wordsBefore: 40 }), [])
  assert.deepEqual(kinds({ body: 'Red or green?', asks: [ask({ verb: 'decide' })], wordsBefore: 40 }), [])
  assert.deepEqual(kinds({ body: words(20), asks: [ask({ verb: 'review' })] }), [])
  assert.deepEqual(kinds({ body: 'Decide.', asks: [ask({ verb: 'decide', text: words(20) })] }), [])
  for (const body of [
    'Clear? See https://example.org/a',
    'Clear? See #118',
    'Clear?\n> one line',
    'Clear?\n```\ncode\n```',
    'Which?\n\n- red\n- green',
  ])
    assert.deepEqual(kinds({ body, asks: [ask({ verb: 'review' })] }), [], body)
})

test('words of a script without spaces are counted as words', () => {
  assert.deepEqual(kinds({ body: '東京のサーバーでエクスポートが止まる理由を教えてください。', asks: [ask()] }), [])
})

test('an ask without a needed-by is pointed out last', () => {
  assert.deepEqual(coach(draft({ body: words(8), asks: [{ to: 'monica', verb: 'do', text: '' }] })), [
    { kind: 'no needed-by', to: 'monica' },
  ])
})

test('there are never more than three notes, those of most worth first', () => {
  const everything = {
    body: 'Quick call? @a @b @c',
    mentions: ['a'],
    asks: [{ to: 'c', verb: 'review', text: '' }] as const,
    wordsBefore: 0,
  }
  assert.deepEqual(kinds(everything), ['mention without ask', 'quick call', 'ask without context'])
  assert.deepEqual(kinds({ ...everything, wordsBefore: 2_000 }), ['mention without ask', 'highlights owed', 'quick call'])
  assert.deepEqual(kinds({ ...everything, asks: [], mentions: ['a', 'b'] }), [
    'mention without ask',
    'mention without ask',
    'question without ask',
  ])
})

test('an ask of nobody yet says nothing', () => {
  assert.deepEqual(kinds({ body: 'Thoughts?', asks: [ask({ to: '' })] }), [])
})
