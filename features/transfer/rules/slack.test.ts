import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainName, profileOf, titleOf } from './slack.ts'
import { slackLayout } from './slack-layout.ts'
import { importedMessage, instantOf } from './slack-message.ts'
import { postText } from './slack-post.ts'

const filed = { channelId: 'C1', day: '2020-08-12' }
const nobody = { person: () => null, channel: () => null }
const message = (more: object) => importedMessage({ type: 'message', user: 'U1', ts: '1597194613.000001', ...more }, filed)

function said(more: object) {
  const read = message(more)
  assert.ok(!('skipped' in read), JSON.stringify(read))
  return { ...read, ...postText(read, nobody) }
}

test('a long first line is cut at a word', () => {
  const title = titleOf('word '.repeat(60).trim())
  assert.ok(title.length <= 120)
  assert.match(title, /word…$/)
})

test('what is left out says why', () => {
  for (const [more, reason] of [
    [{ text: 'x has joined', subtype: 'channel_join' }, 'note'],
    [{ text: 'new name', subtype: 'channel_name' }, 'note'],
    [{ text: 'deployed', subtype: 'bot_message', bot_id: 'B1' }, 'bot'],
    [{ text: ' ' }, 'empty'],
    [{ text: 'who?', user: undefined }, 'nobody'],
    [{ ts: 'yesterday' }, 'broken'],
  ] as const)
    assert.deepEqual(message(more), { skipped: reason })
  assert.deepEqual(importedMessage([], filed), { skipped: 'broken' })
})

test('an answer to everybody, a topic and a message from before subtypes are messages', () => {
  for (const subtype of ['thread_broadcast', 'me_message', 'file_share', undefined]) assert.equal(said({ text: 'hi', subtype }).body, 'hi')
})

test('a message stands in its thread, one outside threads in its day', () => {
  const opening = said({ text: '*Export stops*\nat 10,000 rows', thread_ts: '1597194613.000001' })
  assert.deepEqual([opening.threadTs, opening.title], ['1597194613.000001', 'Export stops'])
  const plain = said({ text: 'Lunch?' })
  assert.deepEqual([plain.threadTs, plain.day, plain.title], [null, '2020-08-12', '12 August 2020: Lunch?'])
  assert.equal(said({ text: 'Why?', reply_count: 2 }).threadTs, '1597194613.000001')
})

test('files are named, whether there are words or not', () => {
  assert.equal(said({ text: 'See this', files: [{ name: 'plan_v2.pdf' }, {}] }).body, 'See this\n\nFiles: plan_v2.pdf, a file')
  assert.equal(said({ text: '', files: [{ mode: 'tombstone' }] }).body, 'File: a file that was deleted')
})

test('where there is no text, its blocks or what hangs on it say it', () => {
  const blocks = [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'a < b ' },
            { type: 'emoji', name: 'tada' },
          ],
        },
      ],
    },
  ]
  assert.equal(said({ text: '', blocks }).body, 'a \\< b 🎉')
  assert.equal(said({ attachments: [{ fallback: 'Shared: the plan' }] }).body, 'Shared: the plan')
})

test('an edit is known by when it was', () => {
  assert.equal(said({ text: 'x', edited: { user: 'U1', ts: '1597194700.000000' } }).editedAt?.toString(), '2020-08-12T01:11:40Z')
})

test('a message beyond all measure is cut, and says so', () => {
  const { body, cut } = said({ text: 'x'.repeat(200_000) })
  assert.deepEqual([body.length, cut], [100_000, true])
})

test('seconds with a counter are an instant to the millisecond', () => {
  assert.equal(instantOf('1597194613.123456').toString(), '2020-08-12T01:10:13.123Z')
})

test('names from elsewhere become handles', () => {
  assert.equal(plainName('Zoë Ångström'), 'zoe-angstrom')
  assert.equal(plainName('__x..y.'), 'x..y')
  assert.equal(plainName('日本'), '')
})

test('an unknown zone is UTC, whoever has left is not active, and an address is one', () => {
  const bo = { id: 'U1', name: 'bo', real_name: 'Bo', tz: 'Mars/Olympus', deleted: true, profile: { email: 'no address' } }
  assert.deepEqual(profileOf(bo), { handle: 'bo', name: 'Bo', timeZone: 'UTC', active: false, email: null })
  assert.equal(profileOf({ id: 'U1', profile: { email: 'bo@halyard.example' } }).email, 'bo@halyard.example')
})

test('an export may be packed in a folder; its days come in order whatever the order of the files', () => {
  const layout = slackLayout([
    'out/b/2020-01-02.json',
    '__MACOSX/out/._users.json',
    'out/users.json',
    'out/channels.json',
    'out/a/2020-01-01.json',
    'out/canvases.json',
    'out/b/2020-01-01.json',
  ])
  assert.equal(layout?.root, 'out/')
  assert.deepEqual(
    layout?.days.map((day) => day.map(({ name }) => name)),
    [['out/a/2020-01-01.json', 'out/b/2020-01-01.json'], ['out/b/2020-01-02.json']],
  )
  assert.deepEqual(layout?.others, ['canvases.json'])
  assert.equal(slackLayout(['readme.json', 'a/users.json']), null)
})
