import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { indexPosts } from './commands/index-posts.ts'

let baton: Baton
let ann: Someone
let ben: Someone
let gus: Someone
let numbers: Record<string, number>

interface Item {
  readonly type: string
  readonly number?: number
  readonly slug?: string
  readonly title: string
  readonly excerpt: readonly { text: string; hit: boolean }[]
}

const found = async (who: Someone, q: string, more = ''): Promise<Item[]> => {
  const answer = await baton.call(who, 'GET', `/search?q=${encodeURIComponent(q)}${more}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body.items
}
/** What was found, by the names the test gave it; a post is its thread with a full stop. */
const names = async (who: Someone, q: string, more = ''): Promise<string[]> =>
  (await found(who, q, more)).map(
    (item) => item.slug ?? `${Object.keys(numbers).find((name) => numbers[name] === item.number)}${item.type === 'post' ? '.' : ''}`,
  )

async function open(by: Someone, fields: Record<string, unknown>): Promise<number> {
  const answer = await baton.call(by, 'POST', '/threads', { space: 'ops', kind: 'discussion', ...fields })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body.number
}

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  ben = await baton.person({ handle: 'ben', name: 'Bén Ökafor' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Operations' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'clients', name: 'Clients' })
  await baton.call(ben, 'POST', '/spaces', { slug: 'vault', name: 'Vault', visibility: 'private' })
  gus = await baton.person({ handle: 'gus', name: 'Gus Hill', role: 'guest', spaces: ['clients'] })
  numbers = {
    stops: await open(ann, {
      kind: 'question',
      title: 'Export stops at 10,000 rows',
      body: 'It **looks** complete, and nothing tells them.',
    }),
    colours: await open(ben, { title: 'Colours of the printed ledger', body: 'An export in colour would stop nobody, and rows are many.' }),
    secret: await open(ben, { space: 'vault', title: 'Export of everything', body: 'Before we stop.' }),
    client: await open(ann, { space: 'clients', title: 'Welcome', body: 'You may export what you like.' }),
  }
  await baton.call(ben, 'POST', `/threads/${numbers['stops']}/posts`, {
    body: 'The writer stops when a page of rows times out. 東京で止まります。',
  })
  await baton.settle()
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

test('words are found in titles and texts, titles first', async () => {
  const [first, ...rest] = await names(ann, 'export ')
  assert.equal(first, 'stops')
  assert.deepEqual(rest.toSorted(), ['client', 'colours'])
  assert.deepEqual(await names(ann, 'writer page '), ['stops.'])
  assert.deepEqual(await names(ann, 'stop '), ['colours'])
  assert.deepEqual(await names(ann, 'nosuchword'), [])
})

test('the last word may be the beginning of one', async () => {
  assert.deepEqual(await names(ann, 'ledg'), ['colours'])
  assert.deepEqual((await names(ann, 'exp sto ')).length, 0)
  assert.deepEqual(await names(ann, 'export sto'), ['stops', 'colours'])
})

test('quoted words stand side by side', async () => {
  assert.deepEqual(await names(ann, '"export stops"'), ['stops'])
  assert.deepEqual(await names(ann, '"stops export"'), [])
  assert.deepEqual(await names(ann, '"rows it"'), [])
})

test('accents and scripts make no difference', async () => {
  assert.deepEqual(await names(ann, 'EXPÖRT lêdger '), ['colours'])
  assert.deepEqual(await names(ann, '東京'), ['stops.'])
  assert.deepEqual(await names(ann, 'okafor'), ['ben'])
})

test('people are found by name and handle, by those who may see them', async () => {
  assert.deepEqual(await names(ben, 'ann'), ['ann'])
  assert.deepEqual(await names(ann, 'gus hi'), ['gus'])
  assert.deepEqual(await names(gus, 'ben'), [])
  assert.deepEqual(await names(gus, 'ann'), ['ann'])
  assert.deepEqual(await names(ann, 'ben', '&type=post'), [])
  assert.deepEqual(await names(ann, 'ben', '&type=person'), ['ben'])
})

test('what one may not see is not found', async () => {
  assert.deepEqual((await names(ben, 'export ')).toSorted(), ['client', 'colours', 'secret', 'stops'])
  assert.deepEqual(await names(ann, 'everything'), [])
  assert.deepEqual(await names(gus, 'export '), ['client'])
  assert.deepEqual(await names(ann, 'in:vault export '), [])
  assert.deepEqual(await names(ann, 'in:nowhere export '), [])
  assert.deepEqual(await names(gus, 'from:ben rows '), [])
})

test('operators narrow, alone and with words', async () => {
  assert.deepEqual((await names(ann, 'in:ops')).toSorted(), ['colours', 'stops', 'stops.'])
  assert.deepEqual((await names(ben, 'from:me in:ops rows ')).toSorted(), ['colours', 'stops.'])
  assert.deepEqual((await names(ann, 'is:question')).toSorted(), ['stops'])
  assert.deepEqual((await names(ann, 'is:question rows ')).toSorted(), ['stops', 'stops.'])
  assert.deepEqual(await names(ann, 'is:concluded'), [])
  assert.deepEqual(await names(ann, 'is:announcement export '), [])
  assert.deepEqual(await names(ann, 'rows ', '&type=thread&limit=1'), ['stops'])
  assert.equal((await baton.call(ann, 'GET', '/search?q=x&type=page')).status, 422)
})

test('has:ask finds what somebody was asked in, to: whoever was asked', async () => {
  numbers['asked'] = await open(ann, {
    title: 'Which colour',
    body: 'Choose.',
    asks: [{ to: 'ben', verb: 'decide', text: 'Red or green?' }],
  })
  await baton.settle()
  assert.deepEqual(await names(ann, 'has:ask'), ['asked'])
  assert.deepEqual(await names(ann, 'has:ask rows'), [])
  assert.deepEqual(await names(ann, 'to:ben'), ['asked'])
  assert.deepEqual(await names(ben, 'to:me'), ['asked'])
  assert.deepEqual(await names(ann, 'to:me'), [])
  assert.deepEqual(await names(ann, 'colour -has:ask'), ['colours'])
  const { body } = await baton.call(ann, 'GET', `/threads/${numbers['asked']}`)
  await baton.call(ben, 'POST', `/asks/${body.asks[0].id}/pass`, { to: 'ann', note: 'You know better.' })
  await baton.settle()
  assert.deepEqual([await names(ann, 'to:me'), await names(ann, 'to:ben')], [['asked'], ['asked']])
})

test('what stands in a text narrows: links, code, highlights, an outcome while it holds', async () => {
  const number = await open(ann, { title: 'Walrus plan', body: 'See https://plan.example/walrus and run `npm start`.' })
  numbers['walrus'] = number
  await baton.call(ben, 'POST', `/threads/${number}/posts`, { body: 'A walrus without either.' })
  await baton.call(ann, 'PUT', `/threads/${number}/highlights`, { body: 'One walrus.' })
  await baton.settle()
  const all = async (): Promise<string[][]> =>
    Promise.all(['has:link', 'has:code', 'has:highlights', 'has:outcome'].map((has) => names(ann, `walrus ${has}`)))
  assert.deepEqual(await all(), [['walrus'], ['walrus'], ['walrus'], []])
  assert.deepEqual(await names(ann, 'has:link'), ['walrus'])
  assert.deepEqual(await names(ann, 'walrus -has:link'), ['walrus.'])
  assert.deepEqual(await names(ann, 'has:reaction'), [])
  const { body: posts } = await baton.call(ann, 'GET', `/threads/${number}/posts`)
  const reaction = `/posts/${posts.items[1].id}/reactions/${encodeURIComponent('👍')}`
  assert.equal((await baton.call(ann, 'PUT', reaction)).status, 200)
  await baton.settle()
  assert.deepEqual(await names(ann, 'has:reaction'), ['walrus.'])
  await baton.call(ann, 'DELETE', reaction)
  await baton.settle()
  assert.deepEqual(await names(ann, 'has:reaction'), [])
  await baton.call(ann, 'POST', `/threads/${number}/conclude`, { body: 'It swims.' })
  await baton.settle()
  assert.deepEqual(await names(ann, 'has:outcome'), ['walrus'])
  await baton.call(ann, 'POST', `/threads/${number}/reopen`, { reason: 'It walks.' })
  await baton.settle()
  assert.deepEqual(await names(ann, 'has:outcome'), [])
})

test('a dash rules out words, people, spaces and states', async () => {
  assert.deepEqual((await names(ann, 'rows -complete ')).toSorted(), ['colours', 'stops.'])
  assert.deepEqual(await names(ann, 'rows -"a page" -from:ann'), ['colours'])
  assert.deepEqual(await names(ann, 'export -in:ops '), ['client'])
  assert.deepEqual(await names(ann, 'rows -is:question '), ['colours'])
  assert.ok((await names(ann, '-export')).includes('stops.'))
  assert.ok(!(await names(ann, '-export')).includes('stops'))
})

test('dates narrow from the beginning of a day, a month or a year in the reader’s own zone', async () => {
  const eve = await baton.person({ handle: 'eve', name: 'Eve', timeZone: 'Pacific/Kiritimati' })
  const midnight = '2026-11-24T10:00:00Z'
  baton.clock.set('2026-11-24T09:59:00Z')
  numbers['before'] = await open(ann, {
    title: 'Ocelot before',
    body: 'Late on Monday in Kiritimati, where it is the 24th for a minute more.',
  })
  baton.clock.set(midnight)
  numbers['after'] = await open(ann, { title: 'Ocelot after', body: 'The 25th has begun there.' })
  await baton.settle()
  assert.deepEqual(await names(eve, 'ocelot after:2026-11-25'), ['after'])
  assert.deepEqual(await names(eve, 'ocelot before:2026-11-25'), ['before'])
  assert.deepEqual(await names(eve, 'ocelot after:today'), ['after'])
  assert.deepEqual(await names(eve, 'ocelot before:today after:yesterday'), ['before'])
  assert.deepEqual((await names(ann, 'ocelot after:today')).toSorted(), ['after', 'before'])
  assert.deepEqual((await names(ann, 'ocelot after:nov before:2027')).toSorted(), ['after', 'before'])
  assert.deepEqual(await names(ann, 'ocelot before:2026-11'), [])
})

test('is:unread finds what the reader has not read, is:mine what is theirs', async () => {
  const { body } = await baton.call(ben, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Ibex', body: 'First', dri: 'ann' })
  numbers['ibex'] = body.number
  await baton.call(ben, 'POST', `/threads/${body.number}/posts`, { body: 'An ibex on the second rock' })
  await baton.settle()
  assert.deepEqual((await names(ann, 'ibex is:unread ')).toSorted(), ['ibex', 'ibex.'])
  assert.deepEqual(await names(ben, 'ibex is:unread '), [])
  await baton.call(ann, 'PUT', `/threads/${body.number}/read`, { seq: 1 })
  assert.deepEqual((await names(ann, 'ibex is:unread ')).toSorted(), ['ibex', 'ibex.'])
  assert.deepEqual(await names(ann, 'type:post is:unread ibex '), ['ibex.'])
  await baton.call(ann, 'PUT', `/threads/${body.number}/read`, { seq: 2 })
  assert.deepEqual(await names(ann, 'ibex is:unread '), [])
  assert.deepEqual(await names(ann, 'ibex is:mine '), ['ibex'])
  assert.deepEqual((await names(ben, 'ibex is:mine ')).toSorted(), ['ibex', 'ibex.'])
  assert.ok((await names(ann, 'is:mine')).includes('ibex'))
  assert.ok(!(await names(ann, 'is:mine')).includes('colours'))
})

test('spaces are found by name, slug and purpose, by those who may see them, until they are archived', async () => {
  await baton.call(ann, 'POST', '/spaces', { slug: 'zinc', name: 'Métal works', purpose: 'Where **galvanising** happens.' })
  await baton.settle()
  assert.deepEqual(await names(ann, 'metal'), ['zinc'])
  assert.deepEqual(await names(ann, 'galvan'), ['zinc'])
  assert.deepEqual(await names(ann, 'type:space zinc'), ['zinc'])
  assert.deepEqual(await names(ann, 'zinc', '&type=space'), ['zinc'])
  assert.deepEqual(await names(ann, 'zinc', '&type=person'), [])
  assert.deepEqual(await names(gus, 'zinc'), [])
  assert.deepEqual([await names(ann, 'vault'), await names(ben, 'vault')], [[], ['vault']])
  await baton.call(ann, 'PATCH', '/spaces/zinc', { purpose: 'Tin only.' })
  await baton.settle()
  assert.deepEqual(await names(ann, 'galvan'), [])
  await baton.call(ann, 'PATCH', '/spaces/zinc', { archived: true })
  await baton.settle()
  assert.deepEqual(await names(ann, 'zinc'), [])
})

test('a direct thread is found by its people, its space by nobody', async () => {
  const { body } = await baton.call(ann, 'POST', '/threads', { people: ['ben'], kind: 'discussion', title: 'Quokka', body: 'Between us.' })
  numbers['quokka'] = body.number
  await baton.settle()
  assert.deepEqual([await names(ann, 'quokka'), await names(ben, 'quokka'), await names(gus, 'quokka')], [['quokka'], ['quokka'], []])
  assert.deepEqual(await names(ann, 'between us', '&type=space'), [])
})

test('what cannot be taken as it stands is said, and an absent name as one that may not be seen', async () => {
  const said = async (q: string) => (await baton.call(ann, 'GET', `/search?q=${encodeURIComponent(q)}`)).body.misunderstood
  assert.deepEqual(await said('rows in:ops'), [])
  assert.deepEqual(await said('rows in:nowhere from:nobody'), [
    { part: 'in:nowhere', what: 'space' },
    { part: 'from:nobody', what: 'person' },
  ])
  assert.deepEqual(await said('in:vault'), [{ part: 'in:vault', what: 'space' }])
  assert.deepEqual(await said('label:x is:blue before:lunch'), [
    { part: 'label:x', what: 'operator' },
    { part: 'is:blue', what: 'value' },
    { part: 'before:lunch', what: 'value' },
  ])
  assert.deepEqual(await names(ann, 'export -in:nowhere '), await names(ann, 'export '))
  assert.deepEqual(await names(ann, 'rows in:nowhere in:ops '), await names(ann, 'rows in:ops '))
})

test('every script is found, with spaces between its words and without', async () => {
  const texts = {
    chinese: ['会议纪要', '下周的出口报告需要在星期五之前完成。', ['出口', '报告', '星期五', '纪要']],
    japanese: ['輸出の件', '来週の会議で決めましょう。サーバーが止まりました。', ['会議', 'サーバー', '輸出']],
    thai: ['รายงาน', 'การส่งออกหยุดที่หนึ่งหมื่นแถว', ['ส่งออก', 'รายงาน']],
    korean: ['수출 보고서', '다음 주 회의에서 결정합니다.', ['수출', '회의에']],
    arabic: ['تقرير التَّصدير', 'يتوقف الملف عند عشرة آلاف سطر.', ['التصدير', 'الملف', 'تقر']],
    hebrew: ['דוח יצוא', 'הקובץ נעצר אחרי עשרת אלפים שורות.', ['יצוא', 'הקובץ']],
    hindi: ['निर्यात रिपोर्ट', 'फ़ाइल दस हज़ार पंक्तियों पर रुकती है।', ['निर्यात', 'रिपोर्ट']],
    greek: ['Εξαγωγή', 'Το αρχείο σταματά νωρίς.', ['εξαγωγη', 'ΑΡΧΕΊΟ']],
    turkish: ['İhracat', 'Dosya on bin satırda duruyor.', ['ihracat', 'satırda']],
    emoji: ['Launch 🚀 day', 'All went 👍🏽 well.', ['launch day', '🚀 launch', 'went well']],
  } as const
  for (const [name, [title, body]] of Object.entries(texts)) numbers[name] = await open(ann, { title, body })
  await baton.settle()
  for (const [name, [, , questions]] of Object.entries(texts)) {
    for (const q of questions) assert.deepEqual(await names(ann, q, '&type=thread'), [name], `${name}: ${q}`)
  }
})

test('what was indexed before spaces, contents and kinds were found is made found by the migrations', async () => {
  const entries = (): Promise<unknown> =>
    sql`select id, type, words::text from search_entries order by id`.execute(baton.db).then(({ rows }) => rows)
  const before = await entries()
  await sql`delete from search_entries where type = 'space'`.execute(baton.db)
  await sql`update search_entries set words = ts_delete(words, array(
    select lexeme from unnest(words) where lexeme ~ '^[0-9.]+/([+~>%]|=post)'))`.execute(baton.db)
  await sql`drop index asks_of_post`.execute(baton.db)
  assert.notDeepEqual(await entries(), before)
  for (const name of ['0010-search.sql', '0015-search-kinds.sql']) {
    const migration = await readFile(new URL(`../../database/migrations/${name}`, import.meta.url), 'utf8')
    await baton.db.connection().execute((db) => sql.raw(migration).execute(db))
  }
  assert.deepEqual(await entries(), before)
})

test('an excerpt shows the words in plain text', async () => {
  const [item] = await found(ann, 'looks comp')
  assert.deepEqual(item?.excerpt, [
    { text: 'It ', hit: false },
    { text: 'looks', hit: true },
    { text: ' ', hit: false },
    { text: 'complete', hit: true },
    { text: ', and nothing tells them.', hit: false },
  ])
})

test('edited, renamed, concluded and deleted things are found as they are now', async () => {
  const number = await open(ann, { title: 'Zebra crossing', body: 'Stripes' })
  numbers['zebra'] = number
  const { body } = await baton.call(ann, 'POST', `/threads/${number}/posts`, { body: 'Quagga' })
  await baton.settle()
  assert.deepEqual(await names(ann, 'quagga'), ['zebra.'])
  await baton.call(ann, 'PATCH', `/posts/${body.id}`, { body: 'Okapi' })
  await baton.call(ann, 'PATCH', `/threads/${number}`, { title: 'Giraffe crossing' })
  await baton.call(ann, 'POST', `/threads/${number}/conclude`, { body: 'Antelope' })
  await baton.settle()
  assert.deepEqual(await names(ann, 'quagga'), [])
  assert.deepEqual(await names(ann, 'okapi'), ['zebra.'])
  assert.deepEqual(await names(ann, 'zebra'), [])
  assert.deepEqual(await names(ann, 'giraffe antelope'), ['zebra'])
  assert.deepEqual(await names(ann, 'is:concluded'), ['zebra'])
  await baton.call(ann, 'DELETE', `/posts/${body.id}`)
  assert.deepEqual(await names(ann, 'okapi'), [])
  await baton.settle()
  assert.deepEqual(await baton.db.selectFrom('search_entries').select('id').where('id', '=', body.id).execute(), [])
})

test('whoever is deactivated is not found any more', async () => {
  const dee = await baton.person({ handle: 'dee', name: 'Dee Quill' })
  await baton.settle()
  assert.deepEqual(await names(ann, 'quill'), ['dee'])
  const gone = await baton.call(ann, 'PATCH', `/people/${dee.handle}`, { active: false })
  assert.equal(gone.status, 200, JSON.stringify(gone.body))
  await baton.settle()
  assert.deepEqual(await names(ann, 'quill'), [])
})

test('nothing that is asked breaks anything', async () => {
  for (const q of [
    '',
    ' ',
    '"',
    "'",
    ':*',
    '& | !',
    'in:',
    'from:@',
    'is:',
    '\\',
    '<->',
    'a'.repeat(500),
    '🎉',
    '§',
    "'; drop table x",
    '"a" "b" "c"',
    'from:me',
    'in:ops from:ann is:open is:question "x y" z',
    '-',
    '--x',
    '-"',
    '-in:ops -from:me -to:ann -is:open -has:link -type:post -before:2026 -x',
    'type:person type:space is:open',
    `${'in:ops '.repeat(60)}x`,
    'before:0001-01-01 after:9999-12-31 x',
    "in:'x' from:~ to:# has:: before:-",
  ]) {
    await found(ann, q)
  }
  assert.equal((await baton.call(ann, 'GET', `/search?q=${'a'.repeat(501)}`)).status, 422)
  assert.equal((await baton.call(ann, 'GET', '/search?q=a%00b')).status, 400)
  assert.equal((await baton.call(ann, 'GET', '/search?q=x&after=nonsense')).status, 422)
})

test('the longest texts of the strangest letters are found by their beginning', async () => {
  const letters = Array.from({ length: 20_000 }, (_, place) => `begin${String.fromCodePoint(0x20000 + place).repeat(4)}`)
  const number = await open(ann, { title: 'Strange', body: letters.join(' ').slice(0, 199_990) })
  numbers['strange'] = number
  await baton.call(ann, 'POST', `/threads/${number}/posts`, {
    body: Array.from({ length: 16_000 }, (_, place) => `narwhal${place}`).join(' '),
  })
  await baton.settle()
  assert.deepEqual((await names(ann, 'narwhal1')).toSorted(), ['strange.'])
  assert.deepEqual((await names(ann, 'begin')).toSorted(), ['strange'])
  assert.deepEqual(await baton.db.selectFrom('outbox').select('event_id').execute(), [])
})

test('much that is found is shown piece by piece, each once, in as many statements as for little', async () => {
  const number = await open(ann, { title: 'Long', body: 'Begins' })
  await sql`
    insert into posts (workspace_id, id, thread_id, seq, author_id, body, posted_at)
    select 1, gen_random_uuid(), threads.id, n, ${ann.id}, 'wombat number ' || n, ${baton.clock.now()}::timestamptz - make_interval(hours => n)
    from threads, generate_series(2, 451) n where threads.number = ${number}
  `.execute(baton.db)
  const posts = await baton.db.selectFrom('posts').select('id').where('body', 'like', 'wombat%').execute()
  await baton.db.transaction().execute((tx) => indexPosts(tx, 1, { threadIds: [], postIds: posts.map(({ id }) => id) }))
  const seen: string[] = []
  let after = ''
  for (let piece = 0; piece < 10; piece += 1) {
    const { body } = await baton.call(ann, 'GET', `/search?q=wombat%20&limit=100${after}`)
    seen.push(...body.items.map((item: { post: string }) => item.post))
    if (body.next === null) break
    after = `&after=${body.next}`
  }
  assert.equal(seen.length, 450)
  assert.equal(new Set(seen).size, 450)
  const few = await baton.statements(() => baton.call(ann, 'GET', '/search?q=wombat%20&limit=1'))
  const many = await baton.statements(() => baton.call(ann, 'GET', '/search?q=wombat%20&limit=100'))
  assert.equal(few.length, many.length)
  // Who asks, people, spaces, which weeks there are, a look at these, and what is shown.
  assert.equal(many.length, 6)
  const narrowed = await baton.statements(() =>
    baton.call(ann, 'GET', '/search?q=wombat%20in:ops%20in:clients%20from:ann%20-to:ben%20after:2026'),
  )
  // Who asks, the spaces and the people that are named, the reader's calendar, which weeks there are, a look at these, and what is shown.
  assert.equal(narrowed.length, 7)
})
