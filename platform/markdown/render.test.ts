import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { excerptOf, plainText } from './plain-text.ts'
import { referencesIn, renderMarkdown } from './render.ts'

const html = (source: string): string => renderMarkdown(source).html.trim()

test('text becomes paragraphs, emphasis, lists, quotes and code', () => {
  assert.equal(html('One **two** _three_ ~~four~~ `five`'), '<p>One <strong>two</strong> <em>three</em> <s>four</s> <code>five</code></p>')
  assert.equal(html('> said\n\n3. third'), '<blockquote><p>said</p>\n</blockquote>\n<ol start="3"><li>third</li>\n</ol>')
  assert.equal(html('```sql\nselect 1\n```'), '<pre><code class="language-sql">select 1\n</code></pre>')
})

test('tables keep how their columns are aligned', () => {
  assert.match(html('| a | b |\n|:--|--:|\n| 1 | 2 |'), /<th class="align-left">a<\/th>\s*<th class="align-right">b<\/th>/)
})

test('task lists show boxes that cannot be pressed', () => {
  const list = html('- [ ] write\n- [x] send')
  assert.match(list, /<li><input type="checkbox" disabled> write<\/li>/)
  assert.match(list, /<li><input type="checkbox" disabled checked> send<\/li>/)
})

test('addresses become links by themselves, file names do not', () => {
  assert.equal(
    html('see https://baton.example/x'),
    '<p>see <a href="https://baton.example/x" rel="noopener nofollow">https://baton.example/x</a></p>',
  )
  assert.equal(html('see notes.md'), '<p>see notes.md</p>')
})

test('names and numbers become links that say only what was written', () => {
  const { html: text, names, numbers } = renderMarkdown('@Ann, look at #12 with @ben-b.')
  assert.equal(
    text.trim(),
    '<p><a href="/people/ann" data-name="ann">@Ann</a>, look at <a href="/threads/12" data-number="12">#12</a> with <a href="/people/ben-b" data-name="ben-b">@ben-b</a>.</p>',
  )
  assert.deepEqual({ names, numbers }, { names: ['ann', 'ben-b'], numbers: [12] })
})

test('what only looks like a name or number is left alone', () => {
  for (const source of [
    'mail ann@halyard.example',
    '`@ann #12`',
    '```\n@ann\n```',
    'https://x.example/@ann#12',
    '[@ann](https://x.example)',
    'a#12',
    '&#12;',
    '@',
    '# 12',
    '#12a',
  ]) {
    const { names, numbers } = renderMarkdown(source)
    assert.deepEqual({ source, names, numbers }, { source, names: [], numbers: [] })
    assert.deepEqual(referencesIn(source), { names: [], numbers: [] })
  }
})

test('a picture is a link to itself, so that looking at a text fetches nothing', () => {
  assert.equal(html('![a plan](https://x.example/p.png)'), '<p><a href="https://x.example/p.png" rel="noopener nofollow">a plan</a></p>')
})

test('links lead to http, https and mailto only; the text stays', () => {
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//x.example',
    '/people/ann',
    'x',
    '&#106;avascript:x',
    'java\tscript:x',
  ]) {
    assert.doesNotMatch(html(`[text](<${address}>)`), /href/, address)
    assert.match(html(`[text](<${address}>)`), /text/)
  }
})

test('HTML is text', () => {
  assert.equal(html('<script>alert(1)</script>'), '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')
  assert.equal(html('<b onclick="x">hi</b>'), '<p>&lt;b onclick=&quot;x&quot;&gt;hi&lt;/b&gt;</p>')
})

const vectors = [
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '[a](https://x.example "onmouseover=alert(1)")',
  "[a](https://x.example'onclick=alert(1))",
  '"><script>alert(1)</script>',
  '```"><img src=x>\ncode\n```',
  '``` js" onload="x\ncode\n```',
  '[<img src=x onerror=y>](https://x.example)',
  '![<script>](https://x.example/"onerror="y)',
  '<a href="javascript:x">y</a>',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '<!--<img src=x onerror=y>-->',
  '<![CDATA[x]]>',
  '<?php x ?>',
  '&lt;script&gt;',
  '| <script> |\n|---|\n| <img src=x> |',
  '- [x] <iframe src=x>',
  '> <object data=x>',
  '@ann"onclick="x',
  '#12"onclick="x',
  'https://x.example/"onmouseover="y',
  'mailto:a@b.example?subject=<script>',
  '\u202Ehttps://x.example',
  '<https://x.example/"><script>',
  '[x](https://x.example/%22onload=%22)',
  '\\<script\\>',
  '<style>@import x</style>',
  '[x](\u0001javascript:alert(1))',
  '[x](java\nscript:alert(1))',
  '[![x](javascript:y)](javascript:z)',
  '<math href="javascript:x">',
  '<form action=x><input name=y>',
]
const pieces = [
  ...vectors,
  '*',
  '_',
  '`',
  '```',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '"',
  "'",
  '\n',
  '\n\n',
  '    ',
  '\\',
  '&',
  '#',
  '@',
  '|',
  '-',
  '!',
  '~~',
  ':',
  '/',
  'x',
  '\u0000',
  '\u202e',
  '😀',
]

/** Only what the allow-list makes: known tags, known attributes, closed quotes, no other angle bracket. */
function ensureHarmless(text: string): void {
  const rest = text.replaceAll(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g,
    (_, end: string, tag: string, attributes: string) => {
      assert.match(tag, /^(p|br|hr|h[1-6]|blockquote|ul|ol|li|pre|code|em|strong|s|a|input|table|thead|tbody|tr|th|td)$/)
      if (end) assert.equal(attributes, '')
      for (const [, name, value] of attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
        assert.match(name ?? '', /^(href|title|rel|class|start|type|disabled|checked|data-name|data-number)$/)
        if (name === 'href') assert.match(value ?? '', /^(https?:|mailto:|\/people\/[a-z0-9._-]+$|\/threads\/\d+$)/)
      }
      return ''
    },
  )
  assert.doesNotMatch(rest, /[<>]/)
}

test('no known way of smuggling gets through', () => {
  for (const vector of vectors) ensureHarmless(html(vector))
})

test('no mixture of such ways gets through', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => ensureHarmless(html(parts.join('')))),
    { numRuns: 2_000 },
  )
})

test('tags are closed in the order they were opened', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const open: string[] = []
      for (const [, end, tag] of html(parts.join('')).matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
        if (tag === 'br' || tag === 'hr' || tag === 'input') continue
        if (end) assert.equal(open.pop(), tag)
        else open.push(tag ?? '')
      }
      assert.deepEqual(open, [])
    }),
  )
})

test('however nasty a text is, it is rendered in bounded time', () => {
  const nasty = [
    '['.repeat(100_000),
    '>'.repeat(100_000),
    '![['.repeat(30_000),
    '*a _b '.repeat(20_000),
    '- '.repeat(50_000),
    '`'.repeat(100_000),
    '[a]('.repeat(25_000),
    '|'.repeat(100_000),
    '@a #1 '.repeat(20_000),
    '<'.repeat(100_000),
  ]
  const start = performance.now()
  for (const source of nasty) ensureHarmless(html(source).slice(0, 0))
  assert.ok(performance.now() - start < 10_000)
})

test('so many names and numbers become links, and no more', () => {
  const {
    html: text,
    names,
    numbers,
  } = renderMarkdown(Array.from({ length: 2_000 }, (_, place) => `@name${place} #${place + 1}`).join(' '))
  assert.deepEqual([names.length, numbers.length, text.match(/<a /g)?.length], [250, 250, 500])
  assert.match(text, /@name1999 #2000/)
})

test('a text is known without its Markdown', () => {
  assert.equal(
    plainText('# Title\n\nSee **this** [page](https://x.example), `code` and\n@ann.\n\n- one\n- two'),
    'Title See this page, code and @ann. one two',
  )
})

test('an excerpt ends at a word, and never inside a character', () => {
  assert.equal(excerptOf('short'), 'short')
  assert.equal(excerptOf('one two three four', 12), 'one two…')
  const emoji = excerptOf('👩‍👩‍👧'.repeat(200), 20)
  assert.ok(emoji.endsWith('…') && !/[\ud800-\udbff]…/.test(emoji))
})
