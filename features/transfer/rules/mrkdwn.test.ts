import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainText } from '#platform/markdown/plain-text.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { textOf } from './mrkdwn-inline.ts'
import { type Block, blocksOf, firstLineOf, markdownOfBlocks } from './mrkdwn.ts'

const names = {
  person: (id: string) => ({ U1: 'bo.lind', U2: 'ann' })[id] ?? null,
  channel: (id: string) => ({ C1: 'general' })[id] ?? null,
}
const markdown = (mrkdwn: string): string => markdownOfBlocks(blocksOf(mrkdwn, names))
/** Without the line ends between tags. */
const tight = (html: string): string => html.replaceAll(/(?<=>)\n|\n(?=<)/g, '')
const html = (mrkdwn: string): string => tight(renderMarkdown(markdown(mrkdwn)).html)

/** What people wrote there, and how it is shown here. */
const shown: readonly (readonly [string, string])[] = [
  ['*bold* _italic_ ~gone~ `code`', '<p><strong>bold</strong> <em>italic</em> <s>gone</s> <code>code</code></p>'],
  ['*_both_* and _*both*_', '<p><em><strong>both</strong></em> and <em><strong>both</strong></em></p>'],
  ['~*a*~ (*b*) "_c_"', '<p><s><strong>a</strong></s> (<strong>b</strong>) &quot;<em>c</em>&quot;</p>'],
  ['*Note:* two * three * four', '<p><strong>Note:</strong> two * three * four</p>'],
  ['snake_case_name and a*b*c', '<p>snake_case_name and a*b*c</p>'],
  ['* not bold * and ** neither **', '<ul>\n<li>not bold * and ** neither **</li>\n</ul>'],
  ['one\ntwo', '<p>one<br>\ntwo</p>'],
  ['one\n\ntwo', '<p>one</p>\n<p>two</p>'],
  ['&gt; quoted *b*\n&gt; more\nmine', '<blockquote>\n<p>quoted <strong>b</strong><br>\nmore</p>\n</blockquote>\n<p>mine</p>'],
  ['&gt;&gt;&gt; all\nof\n\nit', '<blockquote>\n<p>all<br>\nof</p>\n<p>it</p>\n</blockquote>'],
  ['```\nlet x = 1 &lt; 2\n\n*no*\n```', '<pre><code>let x = 1 &lt; 2\n\n*no*\n</code></pre>'],
  ['see ```a``` there', '<p>see</p>\n<pre><code>a\n</code></pre>\n<p>there</p>'],
  ['``` never closed', '<p>``` never closed</p>'],
  ['• one\n• *two*\n    ◦ deep', '<ul>\n<li>one</li>\n<li><strong>two</strong>\n<ul>\n<li>deep</li>\n</ul>\n</li>\n</ul>'],
  ['before\n- one\n- two\nafter', '<p>before</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<p>after</p>'],
  ['1. one\n2. two', '<ol>\n<li>one</li>\n<li>two</li>\n</ol>'],
  ['1. one\n5. five', '<ol>\n<li>one</li>\n</ol>\n<p>5. five</p>'],
  ['3. three', '<ol start="3">\n<li>three</li>\n</ol>'],
  ['1) one\n2) two', '<p>1) one<br>\n2) two</p>'],
  [
    '<https://halyard.example/a_b?x=1&amp;y=2|the page>',
    '<p><a href="https://halyard.example/a_b?x=1&amp;y=2" rel="noopener nofollow">the page</a></p>',
  ],
  ['<https://halyard.example/a>', '<p><a href="https://halyard.example/a" rel="noopener nofollow">https://halyard.example/a</a></p>'],
  [
    'https://halyard.example/a_b_c.',
    '<p><a href="https://halyard.example/a_b_c" rel="noopener nofollow">https://halyard.example/a_b_c</a>.</p>',
  ],
  ['*<https://halyard.example|a [b]>*', '<p><strong><a href="https://halyard.example/" rel="noopener nofollow">a [b]</a></strong></p>'],
  ['Look!<https://halyard.example|here>', '<p>Look!<a href="https://halyard.example/" rel="noopener nofollow">here</a></p>'],
  [
    '<mailto:bo@halyard.example|bo@halyard.example>',
    '<p><a href="mailto:bo@halyard.example" rel="noopener nofollow">bo@halyard.example</a></p>',
  ],
  ['<tel:+123|+123> <javascript:alert(1)|press>', '<p>+123 press</p>'],
  [
    'hello <@U1>, and <@U2|ann>: hi',
    '<p>hello <a href="/people/bo.lind" data-name="bo.lind">@bo.lind</a>, and <a href="/people/ann" data-name="ann">@ann</a>: hi</p>',
  ],
  ['<@U1>s', '<p><a href="/people/bo.lind" data-name="bo.lind">@bo.lind</a>\u2060s</p>'],
  ['_<@U2>_', '<p><em><a href="/people/ann" data-name="ann">@ann</a></em></p>'],
  ['<@U9|cy> <@U8>', '<p>@cy @U8</p>'],
  ['in <#C1|old-name>, not <#C9|secret> nor <#C9>', '<p>in #general, not #private-channel nor #private-channel</p>'],
  ['<!here> <!channel> <!everyone> <!subteam^S1|@design> <!subteam^S2>', '<p>@here @channel @everyone @design @group</p>'],
  ['<!date^1392734382^{date_num}|18 February 2014>', '<p>18 February 2014</p>'],
  [':tada: :+1::skin-tone-3: :party-parrot: 10:30:45', '<p>🎉 👍🏼 :party-parrot: 10:30:45</p>'],
  ['`<https://halyard.example|x>` `a &amp; b`', '<p><code>x</code> <code>a &amp; b</code></p>'],
  ['&lt;b&gt; &amp;amp; &amp;copy;', '<p>&lt;b&gt; &amp;amp; &amp;copy;</p>'],
  ['# no heading\n## nor this', '<p># no heading<br>\n## nor this</p>'],
  ['title\n---', '<p>title<br>\n---</p>'],
  ['title\n===', '<p>title<br>\n===</p>'],
  ['a | b\n--|--\n1 | 2', '<p>a | b<br>\n--|--<br>\n1 | 2</p>'],
  [
    '[x](https://y.example) ![z](https://y.example)',
    '<p>[x](<a href="https://y.example/" rel="noopener nofollow">https://y.example</a>) ![z](<a href="https://y.example/" rel="noopener nofollow">https://y.example</a>)</p>',
  ],
  ['**two stars** __dunder__ \\*', '<p>**two stars** __dunder__ \\*</p>'],
  ['@ann and #12 are words', '<p>@ann and #12 are words</p>'],
  ['    four spaces', '<p>four spaces</p>'],
  ['• [ ] not a box', '<ul>\n<li>[ ] not a box</li>\n</ul>'],
  ['+ plus\n> raw', '<p>+ plus</p>\n<blockquote>\n<p>raw</p>\n</blockquote>'],
]

for (const [written, expected] of shown)
  test(`${JSON.stringify(written)} reads as it did`, () => assert.equal(html(written), tight(expected)))

test('the first line that says something is what a thread is called after', () => {
  for (const [written, title] of [
    ['*graph theory*\nHi all', 'graph theory'],
    ['&gt; \n```\nlet x = 1\n```', 'let x = 1'],
    ['\n\n???', '???'],
    ['• <https://halyard.example|one> of <@U2>', 'one of @ann'],
  ] as const)
    assert.equal(firstLineOf(blocksOf(written, names)), title)
})

const said = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.type === 'code') return block.text
      if (block.type === 'quote') return said(block.blocks)
      return (block.type === 'list' ? block.items.map(({ line }) => line) : block.lines).map((line) => line.map(textOf).join('')).join(' ')
    })
    .join(' ')
const bare = (text: string): string =>
  text
    .replaceAll(/\u2060/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const bits =
  '* _ ~ ` ``` \n \\ [ ] ( ) ! # > - + = | : . 1. 2) &lt; &gt; &amp; &copy; <@U1> <#C1> <https://a.example|b> @ann #12 a b 🎉 é “ , • "x" :tada: <b> {'
const messages = fc
  .array(fc.oneof(fc.constantFrom(...bits.split(' '), ' ', '    '), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 30 })
  .map((parts) => parts.join(''))

test('whatever was written, it reads as it did', () => {
  fc.assert(
    fc.property(messages, (written) => {
      const blocks = blocksOf(written, names)
      assert.equal(bare(plainText(markdownOfBlocks(blocks))), bare(said(blocks)))
    }),
    { numRuns: 2_000 },
  )
})

test('the longest message is turned in no time', () => {
  for (const bit of [
    '*a ',
    '_',
    '~a~ ',
    '`',
    '<',
    '<@',
    '```',
    '> ',
    '&gt;',
    '• a\n',
    '1. a\n',
    ':a',
    'http://a',
    '[',
    '\\',
    '    ',
    '&lt;',
  ]) {
    const blocks = blocksOf(bit.repeat(40_000 / bit.length), names)
    assert.ok(markdownOfBlocks(blocks).length < 400_000, bit)
  }
})
