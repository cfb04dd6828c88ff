import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { zipOf } from '#platform/testing/zip-of.ts'

const real = fileURLToPath(new URL('../../../shared/data/conversations-slack.zip', import.meta.url))
const users = [
  { id: 'U1', name: 'bo.lind', real_name: 'Bo Lind', tz: 'Asia/Kolkata', is_admin: true, is_owner: true },
  { id: 'U2', name: 'ann', real_name: 'Another Ann', tz: 'America/Sao_Paulo', profile: { email: 'ann@halyard.example' } },
  { id: 'U3', name: 'gone', real_name: 'Gone', deleted: true },
  { id: 'B1', name: 'deployer', real_name: 'Deployer', is_bot: true },
]
const channel = { created: 1_597_194_613, creator: 'U1', members: ['U1', 'U2'] }
const channels = [
  { ...channel, id: 'C1', name: 'Exports & co', purpose: { value: 'When a file is wrong' } },
  { ...channel, id: 'C2', name: 'lunch', is_archived: true },
]
const groups = [{ ...channel, id: 'G1', name: 'vault', members: ['U1'] }]
/** Seconds since the morning of 12 August 2020. */
const ts = (second: number): string => `${1_597_194_613 + second}.000001`
const message = (user: string, second: number, text: string, more: object = {}) => ({
  type: 'message',
  user,
  text,
  ts: ts(second),
  ...more,
})
const inThread = (first: number) => ({ thread_ts: ts(first) })
const whole: Readonly<Record<string, unknown>> = {
  'users.json': users,
  'channels.json': channels,
  'groups.json': groups,
  'dms.json': [{ id: 'D1', members: ['U1', 'U2'] }],
  'mpims.json': [{ id: 'G9', name: 'mpdm-bo--ann-1', members: ['U1', 'U2'] }],
  'canvases.json': [],
  'D1/2020-08-12.json': [message('U1', 0, 'a heron between us')],
  'Exports & co/2020-08-12.json': [
    message('U1', 0, '*Export stops*\nat 10,000 rows, see <#G1|vault>', {
      ...inThread(0),
      reactions: [
        { name: 'tada', users: ['U2', 'U3', 'U9'] },
        { name: 'party-parrot', users: ['U2'] },
      ],
    }),
    message('U2', 87, 'Which one, <@U1>?', { ...inThread(0), edited: { user: 'U2', ts: ts(100) } }),
    message('U1', 90, 'Lunch?'),
    message('U2', 95, 'In an hour', { files: [{ name: 'menu.pdf', url_private: 'https://files.slack.com/menu?t=xoxe-secret' }] }),
    message('U1', 96, 'joined', { subtype: 'channel_join' }),
    message('B1', 97, 'deployed'),
    { type: 'message', subtype: 'bot_message', bot_id: 'B1', text: 'built', ts: ts(98) },
  ],
  'lunch/2020-08-12.json': [message('U1', 40, 'Soup today', inThread(40))],
  'vault/2020-08-12.json': [message('U1', 50, 'a heron, see <#G1|vault>', inThread(50))],
  'Exports & co/2020-08-13.json': [
    message('U3', 86_400, 'The full ledger', inThread(0)),
    message('U9', 86_401, 'from nowhere'),
    message('U8', 86_402, 'from a partner', { user_profile: { real_name: 'Pia Partner' } }),
    message('U2', 86_403, 'a late answer to lunch', inThread(90)),
  ],
}

function packed(files: Readonly<Record<string, unknown>>): Buffer {
  return zipOf(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? content : JSON.stringify(content)]),
    ),
  )
}

let baton: Baton
let ann: Someone

async function send(archive: Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  return baton.upload(ann, '/imports?kind=slack&name=export.zip', archive, headers)
}

/** What an import came to once it has ended. */
async function bring(archive: Buffer): Promise<Answer['body']> {
  const { status, body } = await send(archive)
  assert.equal(status, 201, JSON.stringify(body))
  await baton.settle()
  return (await baton.call(ann, 'GET', `/imports/${body.id}`)).body
}

const skippedIn = ({ skipped }: Answer['body']): Record<string, number> =>
  Object.fromEntries(skipped.map(({ reason, count }: { reason: string; count: number }) => [reason, count]))

before(async () => {
  baton = await startBaton({ at: '2026-11-23T10:00:00Z', mail: true })
  ann = await baton.setup()
})
after(async () => {
  await baton.close()
  assert.deepEqual(baton.faults, [])
})

test('people, channels, threads and messages come in, and what does not says why', async () => {
  const done = await bring(packed(whole))
  assert.deepEqual([done.state, done.failure, done.progress.done === done.progress.total], ['done', null, true])
  assert.deepEqual(done.added, { people: 4, spaces: 3, threads: 5, posts: 9, reactions: 2 })
  assert.deepEqual(skippedIn(done), {
    'direct conversations, which stay where they are': 2,
    'messages by bots': 2,
    'bots among the people': 1,
    'files with something else than messages': 1,
    'notes about joining, leaving and changing a channel': 1,
    'messages by somebody the export does not list': 1,
    'reactions with an emoji of their own': 1,
  })
})

test('twice adds nothing', async () => {
  const again = await bring(packed(whole))
  assert.deepEqual(again.added, { people: 0, spaces: 0, threads: 0, posts: 0, reactions: 0 })
  assert.equal(skippedIn(again)['messages that were here already'], 9)
})

interface Shown {
  readonly seq: number
  readonly author: { readonly name: string }
  readonly body: string
  readonly at: string
  readonly editedAt: string | null
}

async function postsOf(title: string): Promise<Answer['body']> {
  const { body: list } = await baton.call(ann, 'GET', '/spaces/exports-co/threads')
  const found = list.items.find((thread: { title: string }) => thread.title === title)
  assert.ok(found, JSON.stringify(list.items))
  return (await baton.call(ann, 'GET', `/threads/${found.number}`)).body.posts.items
}

test('a thread has its posts in order, with their own instants, as they read there', async () => {
  const posts: Shown[] = await postsOf('Export stops')
  assert.deepEqual(
    posts.map(({ seq, author, body, at, editedAt }) => [seq, author.name, body, at, editedAt]),
    [
      [1, 'Bo Lind', '**Export stops**  \nat 10,000 rows, see #private-channel', '2020-08-12T01:10:13Z', null],
      [2, 'Another Ann', 'Which one, @bo.lind?', '2020-08-12T01:11:40Z', '2020-08-12T01:11:53Z'],
      [3, 'Gone', 'The full ledger', '2020-08-13T01:10:13Z', null],
    ],
  )
})

test('reactions come along, of people who are here', async () => {
  const [first] = await postsOf('Export stops')
  assert.deepEqual(
    first.reactions.map(({ emoji, people }: { emoji: string; people: { handle: string }[] }) => [
      emoji,
      people.map(({ handle }) => handle).toSorted(),
    ]),
    [['🎉', ['ann-2', 'gone']]],
  )
})

test('messages outside threads are one post each of their day; an answer to one follows it there', async () => {
  const posts: Shown[] = await postsOf('12 August 2020: Lunch?')
  assert.deepEqual(
    posts.map(({ author, body }) => [author.name, body]),
    [
      ['Bo Lind', 'Lunch?'],
      ['Another Ann', 'In an hour\n\nFile: menu.pdf'],
      ['Another Ann', 'a late answer to lunch'],
    ],
  )
  const [partner]: Shown[] = await postsOf('13 August 2020: from a partner')
  assert.equal(partner?.author.name, 'Pia Partner')
})

test('threads are numbered in the order of time, across channels', async () => {
  const rows = await baton.db.selectFrom('threads').select(['number', 'title']).orderBy('number').execute()
  assert.deepEqual(
    rows.map(({ number, title }) => [number, title]),
    [
      [1, 'Export stops'],
      [2, 'Soup today'],
      [3, 'a heron, see #vault'],
      [4, '12 August 2020: Lunch?'],
      [5, '13 August 2020: from a partner'],
    ],
  )
})

test('nobody is matched to a sign-in or given a role, and a handle that is taken gets a number', async () => {
  const { body } = await baton.call(ann, 'GET', '/people')
  const found = body.items.map(({ handle, role, timeZone, active, email }: Record<string, unknown>) => [
    handle,
    role,
    timeZone,
    active,
    email,
  ])
  assert.deepEqual(found, [
    ['ann', 'owner', 'Europe/Lisbon', true, 'ann@halyard.example'],
    ['ann-2', 'member', 'America/Sao_Paulo', true, null],
    ['bo.lind', 'member', 'Asia/Kolkata', true, null],
    ['gone', 'member', 'UTC', false, null],
    ['pia-partner', 'member', 'UTC', false, null],
  ])
  assert.deepEqual(await baton.db.selectFrom('passwords').select('person_id').execute(), [{ person_id: ann.id }])
  assert.equal((await baton.db.selectFrom('tokens').select('id').execute()).length, 1)
})

test('an address from elsewhere is told to who administers, and gives no sign-in that another has', async () => {
  const { body } = await baton.call(ann, 'GET', '/admin/people?q=ann-2')
  const [{ email, emailElsewhere, signIn }] = body.items
  assert.deepEqual([email, emailElsewhere, signIn.code], [null, 'ann@halyard.example', false])
})

test('a private channel is a private space of its members, whoever brought it in', async () => {
  assert.equal((await baton.call(ann, 'GET', '/spaces/vault')).status, 404)
  assert.equal((await baton.call(ann, 'GET', '/threads/3')).status, 404)
  const { body: found } = await baton.call(ann, 'GET', '/search?q=heron')
  assert.deepEqual(found.items, [])
  const members = await baton.db
    .selectFrom('space_members')
    .innerJoin('spaces', 'spaces.id', 'space_members.space_id')
    .innerJoin('people', 'people.id', 'space_members.person_id')
    .where('spaces.slug', '=', 'vault')
    .select('people.handle')
    .execute()
  assert.deepEqual(members, [{ handle: 'bo.lind' }])
})

test('it is silent: nothing is unread, followed, in an inbox or mailed, days later neither', async () => {
  for (const at of ['2026-11-23T16:30:00Z', '2026-11-24T09:30:00Z', '2026-11-25T16:30:00Z']) {
    baton.clock.set(at)
    await baton.settle()
  }
  assert.deepEqual(await baton.db.selectFrom('inbox_items').selectAll().execute(), [])
  assert.deepEqual(await baton.db.selectFrom('thread_follows').selectAll().execute(), [])
  assert.deepEqual(await baton.db.selectFrom('space_follows').selectAll().execute(), [])
  assert.deepEqual(baton.mails, [])
  const { body } = await baton.call(ann, 'GET', '/spaces/exports-co/threads')
  assert.deepEqual([...new Set(body.items.map((thread: { unread: number }) => thread.unread))], [0])
})

test('what was imported is read, found and answered, and its people can be asked', async () => {
  baton.clock.set('2026-11-26T10:00:00Z')
  const { body: found } = await baton.call(ann, 'GET', '/search?q=ledger')
  assert.equal(found.items[0].title, 'Export stops')
  const asked = await baton.call(ann, 'POST', `/threads/${found.items[0].number}/posts`, {
    body: 'Still so?',
    asks: [{ to: 'bo.lind', verb: 'answer', text: 'Still so?', neededBy: { in: 1 } }],
  })
  assert.deepEqual([asked.status, asked.body.seq], [201, 4])
  // Kolkata stops at 17:00, which is 11:30 in UTC: asked at 10:00, it comes at the next digest, 16:00 there, and is due the next day's end.
  assert.equal(asked.body.asks[0].deliverAt, '2026-11-26T10:30:00Z')
  assert.equal(asked.body.asks[0].due, '2026-11-27T11:30:00Z')
})

test('more of the same export goes behind what is there', async () => {
  const more = await bring(
    packed({
      ...whole,
      'Exports & co/2020-08-14.json': [message('U1', 172_800, 'Found it', inThread(0)), message('U1', 172_801, 'New day')],
    }),
  )
  assert.deepEqual([more.added.threads, more.added.posts], [1, 2])
  assert.deepEqual(
    (await postsOf('Export stops')).map(({ seq }: Shown) => seq),
    [1, 2, 3, 4, 5],
  )
})

test('a file that cannot be read is named, and the rest comes in', async () => {
  const day = JSON.stringify([message('U1', 300_000, 'before the tear'), message('U1', 300_001, 'after it')])
  const done = await bring(
    packed({
      ...whole,
      'lunch/2020-08-15.json': day.slice(0, -20),
      'lunch/2020-08-16.json': '{"not": "a list"}',
      'lunch/2020-08-17.json': [message('U1', 400_000, 'whole'), { nonsense: true }, 7],
      'nowhere/2020-08-17.json': [message('U1', 400_001, 'of no channel')],
    }),
  )
  assert.deepEqual([done.state, done.added.posts], ['done', 2])
  const broken = done.skipped.find(({ reason }: { reason: string }) => reason === 'files that cannot be read')
  assert.deepEqual(broken.examples, ['lunch/2020-08-15.json: it ends in the middle', 'lunch/2020-08-16.json: it is no list'])
  assert.equal(skippedIn(done)['entries that are no message'], 2)
  assert.equal(skippedIn(done)['files of no channel the export lists'], 1)
})

test('what is no Slack export is refused in words', async () => {
  for (const [archive, words] of [
    [Buffer.from('not a zip'), /^This is not a zip file, or its end is missing\.$/],
    [packed({ 'readme.json': [] }), /not a Slack export/],
    [packed({ 'users.json': { no: 'list' }, 'channels.json': [] }), /users\.json .* it is no list/],
    [packed({ ...whole, '../../etc/passwd': [] }), /list of files cannot be read.*relative path/],
    [packed({ ...whole, '/etc/passwd': [] }), /list of files cannot be read.*absolute path/],
    [zipOf({ 'users.json': '[]', 'channels.json': '[]' }, { size: 4_000_000_000 }), /times as large as it is/],
    [zipOf({ 'users.json': '[1, 2, 3]', 'channels.json': '[]' }, { size: 1 }), /users\.json .* cannot be unpacked/],
  ] as const) {
    const failed = await bring(archive)
    assert.equal(failed.state, 'failed')
    assert.match(failed.failure, words)
    assert.deepEqual([failed.may, failed.added.posts], [{ stop: false, resume: false }, 0])
  }
})

test('why an import failed is said in the language of whoever reads it', async () => {
  const { id } = await bring(packed({ 'users.json': { no: 'list' }, 'channels.json': [] }))
  const said = async (language: string): Promise<string> =>
    (await baton.call(ann, 'GET', `/imports/${id}`, undefined, { 'accept-language': language })).body.failure
  assert.equal(await said('en'), 'users.json in the archive cannot be read: it is no list. Export it again.')
  assert.equal(await said('de'), 'users.json im Archiv ist nicht lesbar: sie ist keine Liste. Exportiere noch einmal.')
  assert.equal(await said('ja'), 'アーカイブの users.json を読み取れません：一覧ではありません。もう一度エクスポートしてください。')
})

test('what an import left out is said in the language of whoever reads it, also what was kept in English before', async () => {
  const { id } = await bring(packed({ ...whole, 'lunch/2020-08-19.json': '[7, ' }))
  const said = async (language: string): Promise<Answer['body']> => {
    const { body } = await baton.call(ann, 'GET', `/imports/${id}`, undefined, { 'accept-language': language })
    return body.skipped
  }
  const broken = (skipped: Answer['body']) => skipped.find(({ code }: { code: string }) => code === 'brokenFiles')
  assert.deepEqual(broken(await said('en')), {
    code: 'brokenFiles',
    reason: 'files that cannot be read',
    count: 1,
    examples: ['lunch/2020-08-19.json: it ends in the middle'],
  })
  const { reason, examples } = broken(await said('de'))
  assert.deepEqual([reason, examples], ['Dateien, die nicht lesbar sind', ['lunch/2020-08-19.json: sie bricht mittendrin ab']])

  const english = JSON.stringify(
    (await said('en')).map(({ reason: kept, count }: { reason: string; count: number }) => ({ reason: kept, count, examples: [] })),
  )
  const german = await said('de')
  await sql`update imports set skipped = ${english}::jsonb where id = ${id}`.execute(baton.db)
  await sql.raw(await readFile(new URL('../../database/migrations/0019-left-out.sql', import.meta.url), 'utf8')).execute(baton.db)
  const codes = (skipped: Answer['body']) => skipped.map(({ code, reason }: { code: string; reason: string }) => [code, reason])
  assert.deepEqual(codes(await said('de')), codes(german))
})

test('a message from a time beyond all measure is left out, and the rest comes in', async () => {
  const far = { ...message('U1', 0, 'from the year 33658'), ts: '999999999999.000001' }
  const edited = message('U1', 600_000, 'edited then', { edited: { user: 'U1', ts: '999999999999.000001' } })
  const done = await bring(packed({ ...whole, 'lunch/2020-08-20.json': [far, edited] }))
  assert.deepEqual([done.state, done.added.posts, skippedIn(done)['entries that are no message']], ['done', 1, 1])
})

test('one message of a size beyond all measure ends its file, and no more', async () => {
  const done = await bring(packed({ ...whole, 'lunch/2020-08-18.json': [message('U1', 500_000, 'x'.repeat(5_000_000))] }))
  assert.deepEqual([done.state, done.added.posts], ['done', 0])
})

test(
  'a real export comes in whole, and twice adds nothing',
  { skip: existsSync(real) ? false : 'the real export is not beside the project' },
  async () => {
    const archive = await readFile(real)
    const { added, skipped, state } = await bring(archive)
    assert.deepEqual([state, added.people, added.spaces, added.threads, added.posts], ['done', 615, 6, 966, 17_548])
    assert.deepEqual(skipped, [])
    const again = await bring(archive)
    assert.deepEqual(again.added, { people: 0, spaces: 0, threads: 0, posts: 0, reactions: 0 })
    const rows = await baton.db.selectFrom('threads').select(['number', 'opened_at']).where('number', '>', 10).orderBy('number').execute()
    const times = rows.map((row) => row.opened_at.epochMilliseconds)
    assert.deepEqual(
      times,
      times.toSorted((one, other) => one - other),
    )
  },
)

test('of many messages at once each is found', async () => {
  const many = Array.from({ length: 250 }, (_, index) => message('U1', 200_000 + index, `Ledger page${1_001 + index}`, inThread(200_000)))
  const done = await bring(packed({ ...whole, 'Exports & co/2020-08-14.json': many }))
  assert.equal(done.added.posts, 250)
  for (const seq of [2, 100, 101, 102, 200, 201, 202, 250]) {
    const { body } = await baton.call(ann, 'GET', `/search?q=page${1_000 + seq}`)
    assert.deepEqual(
      body.items.map((found: { seq: number }) => found.seq),
      [seq],
    )
  }
})
