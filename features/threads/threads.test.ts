import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let ben: Someone
let cleo: Someone
let gus: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  ben = await baton.person({ handle: 'ben', name: 'Ben Okafor' })
  cleo = await baton.person({ handle: 'cleo', name: 'Cleo Park' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Operations' })
  await baton.call(ben, 'POST', '/spaces', { slug: 'vault', name: 'Vault', visibility: 'private' })
  gus = await baton.person({ handle: 'gus', role: 'guest', spaces: ['ops'] })
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

interface Opened {
  readonly number: number
  readonly id: string
  readonly post: string
}

async function open(by: Someone, fields: Record<string, unknown> = {}): Promise<Opened> {
  const answer = await baton.call(by, 'POST', '/threads', {
    space: 'ops',
    kind: 'discussion',
    title: 'A matter',
    body: 'To begin with.',
    ...fields,
  })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return { number: answer.body.number, id: answer.body.id, post: answer.body.posts.items[0].id }
}

async function post(by: Someone, number: number, body: string): Promise<{ id: string; seq: number }> {
  const answer = await baton.call(by, 'POST', `/threads/${number}/posts`, { body })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}

const read = async (by: Someone, number: number) => (await baton.call(by, 'GET', `/threads/${number}`)).body

test('a thread is numbered in the workspace, and found by number or id', async () => {
  const one = await open(ann)
  const other = await open(ben)
  assert.equal(other.number, one.number + 1)
  assert.equal((await baton.call(ann, 'GET', `/threads/${one.id}`)).body.number, one.number)
  for (const ref of ['0', '999999', 'abc', '%00', '1.5', '-1', '99999999999999999999'])
    assert.equal((await baton.call(ann, 'GET', `/threads/${ref}`)).status, 404, ref)
})

test('threads that are opened at once have numbers of their own', async () => {
  const opened = await Promise.all(Array.from({ length: 8 }, (_, index) => open(index % 2 ? ann : ben, { title: `At once ${index}` })))
  assert.equal(new Set(opened.map(({ number }) => number)).size, 8)
  assert.ok(opened.every(({ number }) => number > 0))
})

test('posts that are written at once stand one after another, none lost', async () => {
  const { number } = await open(ann)
  const posts = await Promise.all(Array.from({ length: 12 }, (_, index) => post(index % 2 ? ann : ben, number, `Post ${index}`)))
  assert.deepEqual(
    posts.map(({ seq }) => seq).toSorted((a, b) => a - b),
    Array.from({ length: 12 }, (_, index) => index + 2),
  )
  const thread = await read(ann, number)
  assert.deepEqual([thread.postCount, thread.lastSeq, thread.words], [13, 13, 27])
})

test('a post is read as it was written and as it is shown', async () => {
  const { number, post: id } = await open(ann, { body: 'See **#1** with @ben, @nobody and @ops.' })
  const { body } = await baton.call(ben, 'GET', `/posts/${id}`)
  assert.equal(body.number, number)
  assert.equal(body.body, 'See **#1** with @ben, @nobody and @ops.')
  assert.match(body.html, /<strong><a href="\/threads\/1" data-number="1">#1<\/a><\/strong>/)
  assert.deepEqual(body.links, {
    people: [{ handle: 'ben', name: 'Ben Okafor' }],
    spaces: [{ slug: 'ops', name: 'Operations' }],
    threads: [{ number: 1, title: 'A matter' }],
  })
  assert.deepEqual(body.may, { edit: false, delete: false })
  assert.deepEqual([body.files, body.reactions, body.kind, body.fyi, body.deleted], [[], [], 'text', false, null])
})

test('what a reader may not see is not named to them', async () => {
  const secret = await open(ben, { space: 'vault', title: 'The merger' })
  const { post: id } = await open(ann, { body: `About #${secret.number} in @vault, with @cleo` })
  assert.deepEqual((await baton.call(ben, 'GET', `/posts/${id}`)).body.links.threads, [{ number: secret.number, title: 'The merger' }])
  assert.deepEqual((await baton.call(ann, 'GET', `/posts/${id}`)).body.links, {
    people: [{ handle: 'cleo', name: 'Cleo Park' }],
    spaces: [],
    threads: [],
  })
  assert.deepEqual((await baton.call(gus, 'GET', `/posts/${id}`)).body.links, { people: [], spaces: [], threads: [] })
})

test('only who may read a thread is named in it, and follows it', async () => {
  const { id, number } = await open(ben, { space: 'vault', body: 'Between us, @ann and @cleo' })
  assert.deepEqual(
    await baton.db
      .selectFrom('mentions')
      .selectAll()
      .innerJoin('posts', 'posts.id', 'mentions.post_id')
      .where('posts.thread_id', '=', id)
      .execute(),
    [],
  )
  await baton.call(ben, 'PUT', '/spaces/vault/members/cleo')
  await post(ben, number, 'And now, @cleo and @ben?')
  const named = await baton.db.selectFrom('thread_follows').select('person_id').where('thread_id', '=', id).execute()
  assert.deepEqual(named.map((row) => row.person_id).toSorted(), [ben.id, cleo.id].toSorted())
})

test('opening, writing and being named make one follow; what one chose oneself stays', async () => {
  const { number } = await open(ann, { body: 'Hello @ben' })
  assert.equal((await read(ann, number)).follow, 'digest')
  assert.equal((await read(ben, number)).follow, 'digest')
  assert.equal((await read(cleo, number)).follow, 'quiet')
  assert.equal((await baton.call(cleo, 'PUT', `/threads/${number}/follow`, { level: 'quiet' })).body.follow, 'quiet')
  await post(cleo, number, 'I only look in.')
  await post(ann, number, 'Good, @cleo')
  assert.equal((await read(cleo, number)).follow, 'quiet')
})

test('unread is what others wrote behind the mark, and the mark never goes back', async () => {
  const { number } = await open(ann)
  await post(ann, number, 'Two')
  await post(cleo, number, 'Three')
  const counts = async (who: Someone) => {
    const { read: mark, unread, firstUnread } = await read(who, number)
    return [mark, unread, firstUnread]
  }
  assert.deepEqual(await counts(ben), [0, 3, 1])
  assert.deepEqual(await counts(ann), [0, 1, 3])
  assert.equal((await baton.call(ben, 'PUT', `/threads/${number}/read`, { seq: 2 })).body.unread, 1)
  assert.deepEqual(await counts(ben), [2, 1, 3])
  await baton.settle()
  assert.deepEqual(await counts(ben), [2, 1, 3])
  assert.equal((await baton.call(ben, 'PUT', `/threads/${number}/read`, { seq: 99 })).body.read, 3)
  assert.equal((await baton.call(ben, 'PUT', `/threads/${number}/read`, { seq: 1 })).body.read, 3)
  assert.deepEqual(await counts(ben), [3, 0, null])
  assert.equal((await baton.call(ben, 'PUT', `/threads/${number}/read`, { seq: -1 })).status, 422)
})

test('what was read through is not unread', async () => {
  const { number } = await open(ann)
  await baton.settle()
  await sql`
    insert into read_floors (workspace_id, person_id, read_through, delivered_through, digests_through)
    select workspace_id, ${cleo.id}, value, value, ${baton.clock.now()} from counters where name = 'position'
    on conflict (workspace_id, person_id) do update set read_through = excluded.read_through
  `.execute(baton.db)
  assert.equal((await read(cleo, number)).unread, 0)
  await post(ann, number, 'Since then')
  assert.deepEqual([(await read(cleo, number)).unread, (await read(cleo, number)).firstUnread], [1, 2])
})

test('an edit keeps what was said, and names the version it was made against', async () => {
  const { post: id, number } = await open(ann, { body: 'First words here' })
  const before = await baton.call(ann, 'GET', `/posts/${id}`)
  const tag = before.headers.get('etag') ?? ''
  baton.clock.advance({ minutes: 5 })
  const edited = await baton.call(ann, 'PATCH', `/posts/${id}`, { body: 'Second' }, { 'if-match': tag })
  assert.deepEqual(
    [edited.status, edited.body.body, edited.body.version, edited.body.editedAt],
    [200, 'Second', 2, baton.clock.now().toString()],
  )
  const stale = await baton.call(ann, 'PATCH', `/posts/${id}`, { body: 'Third' }, { 'if-match': tag })
  assert.deepEqual([stale.status, stale.body.code], [412, 'post.changed'])
  assert.equal((await baton.call(ann, 'PATCH', `/posts/${id}`, { body: 'Third' }, { 'if-match': '"2"' })).status, 200)
  assert.equal((await baton.call(ann, 'PATCH', `/posts/${id}`, { body: 'Third' })).body.version, 3)
  assert.equal((await baton.call(ben, 'PATCH', `/posts/${id}`, { body: 'Mine' })).status, 403)
  const { body } = await baton.call(ben, 'GET', `/posts/${id}/revisions?limit=2`)
  assert.deepEqual(
    body.items.map((said: { version: number; body: string }) => [said.version, said.body]),
    [
      [3, 'Third'],
      [2, 'Second'],
    ],
  )
  const first = await baton.call(ben, 'GET', `/posts/${id}/revisions?after=${body.next}`)
  assert.deepEqual(
    first.body.items.map((said: { body: string; by: { handle: string } }) => [said.body, said.by.handle]),
    [['First words here', 'ann']],
  )
  assert.equal((await read(ann, number)).words, 1)
})

test('of two edits at once against one version one is stale', async () => {
  const { post: id } = await open(ann)
  const answers = await Promise.all(['one', 'two'].map((body) => baton.call(ann, 'PATCH', `/posts/${id}`, { body }, { 'if-match': '"1"' })))
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 412],
  )
})

test('an edit names people anew', async () => {
  const { post: id } = await open(ann, { body: 'For @ben' })
  baton.clock.advance({ minutes: 1 })
  await baton.call(ann, 'PATCH', `/posts/${id}`, { body: 'For @cleo' })
  const named = await baton.db.selectFrom('mentions').select('person_id').where('post_id', '=', id).execute()
  assert.deepEqual(named, [{ person_id: cleo.id }])
  const facts = baton.db.selectFrom('events').select('subject').where('type', '=', 'post.edited').orderBy('happened_at', 'desc')
  const { subject } = await facts.executeTakeFirstOrThrow()
  assert.equal((subject as { named: string }).named, cleo.id)
})

test('deleting takes the text and all it ever said, and leaves the place', async () => {
  const { number } = await open(ann)
  const { id } = await post(ben, number, 'A secret for @cleo')
  await baton.call(ben, 'PATCH', `/posts/${id}`, { body: 'Another secret for @cleo' })
  assert.equal((await baton.call(cleo, 'DELETE', `/posts/${id}`)).status, 403)
  const gone = await baton.call(ben, 'DELETE', `/posts/${id}`)
  assert.deepEqual(
    [gone.status, gone.body.body, gone.body.html, gone.body.deleted],
    [200, '', '', { by: { handle: 'ben', name: 'Ben Okafor' }, at: baton.clock.now().toString() }],
  )
  assert.equal((await baton.call(ben, 'DELETE', `/posts/${id}`)).status, 200)
  assert.deepEqual((await baton.call(ben, 'GET', `/posts/${id}/revisions`)).body.items, [])
  assert.deepEqual([(await baton.call(ben, 'PATCH', `/posts/${id}`, { body: 'Back' })).body.code], ['post.deleted'])
  const kept = await baton.db.selectFrom('post_revisions').select('body').where('post_id', '=', id).execute()
  assert.deepEqual(kept, [])
  assert.deepEqual(await baton.db.selectFrom('mentions').select('person_id').where('post_id', '=', id).execute(), [])
  const thread = await read(ann, number)
  assert.deepEqual(
    thread.posts.items.map((item: { seq: number }) => item.seq),
    [1, 2],
  )
  assert.equal(thread.words, 3)
  const { id: other } = await post(ben, number, 'To be moderated')
  assert.equal((await baton.call(ann, 'DELETE', `/posts/${other}`)).body.deleted.by.handle, 'ann')
})

test('what a thread says of itself is changed by who opened it, its DRI, owners and admins', async () => {
  const { number } = await open(ben)
  const change = (who: Someone, body: object) => baton.call(who, 'PATCH', `/threads/${number}`, body)
  assert.equal((await change(cleo, { title: 'Mine' })).status, 403)
  const changed = await change(ben, { title: 'Renamed', purpose: 'To know', dri: 'cleo', closesOn: '2026-12-01' })
  assert.deepEqual(
    [changed.body.title, changed.body.purpose, changed.body.dri, changed.body.closesOn],
    ['Renamed', 'To know', { handle: 'cleo', name: 'Cleo Park' }, '2026-12-01'],
  )
  assert.equal((await change(cleo, { dri: null, closesOn: null })).body.dri, null)
  assert.equal((await change(ann, { title: 'By the owner' })).body.title, 'By the owner')
  for (const [body, status, path] of [
    [{ dri: 'nobody' }, 404, 'dri'],
    [{ closesOn: '2026-02-30' }, 422, 'closesOn'],
    [{ closesOn: '0000-01-01' }, 422, 'closesOn'],
    [{ title: '' }, 422, 'title'],
    [{ title: 'x'.repeat(301) }, 422, 'title'],
    [{ state: 'concluded' }, 422, 'state'],
  ] as const) {
    const refused = await change(ben, body)
    assert.deepEqual([refused.status, refused.body.errors[0].path], [status, path])
  }
  const vault = await open(ben, { space: 'vault' })
  assert.deepEqual((await baton.call(ben, 'PATCH', `/threads/${vault.number}`, { dri: 'ann' })).body.errors[0].path, 'dri')
})

test('highlights are kept by anyone who writes there, and taken away when empty', async () => {
  const { number } = await open(ben, { body: 'word '.repeat(1_001) })
  assert.equal((await read(ann, number)).highlightsOwed, true)
  const kept = await baton.call(cleo, 'PUT', `/threads/${number}/highlights`, { body: '- **One** thing' })
  assert.deepEqual(
    [kept.body.highlights.body, kept.body.highlights.by.handle, kept.body.highlightsOwed],
    ['- **One** thing', 'cleo', false],
  )
  assert.match(kept.body.highlights.html, /<li><strong>One<\/strong> thing<\/li>/)
  assert.equal((await baton.call(ann, 'PUT', `/threads/${number}/highlights`, { body: '' })).body.highlights, null)
  assert.equal((await baton.call(gus, 'PUT', `/threads/${number}/highlights`, { body: 'Mine' })).status, 403)
})

test('highlights and an outcome that were written over another text than stands are refused, and whoever wrote that is named', async () => {
  const { number } = await open(ann)
  const over = (version: string) => ({ 'if-match': `"${version}"` })
  const [highlights, outcome] = [`/threads/${number}/highlights`, `/threads/${number}/outcome`]
  const first = (await baton.call(ann, 'PUT', highlights, { body: '- One' }, over('none'))).body.highlights.version
  baton.clock.advance({ minutes: 1 })
  const none = await baton.call(cleo, 'PUT', highlights, { body: '- Two' }, over('none'))
  assert.deepEqual([none.status, none.body.code, none.body.by.handle], [412, 'thread.text_changed', 'ann'])
  assert.equal((await baton.call(cleo, 'PUT', highlights, { body: '- Two' }, over(first))).status, 200)
  assert.equal((await baton.call(ann, 'PUT', highlights, { body: '- Three' }, over(first))).body.by.handle, 'cleo')
  assert.equal((await read(ann, number)).highlights.body, '- Two')
  assert.equal((await baton.call(ann, 'PUT', highlights, { body: '' })).status, 200, 'whoever names none replaces what stands')

  const drafted = (await baton.call(ann, 'PUT', outcome, { body: 'The first.' }, over('none'))).body.outcome.version
  baton.clock.advance({ minutes: 1 })
  assert.equal((await baton.call(cleo, 'PUT', outcome, { body: 'The second.' }, over('none'))).status, 412)
  assert.equal((await baton.call(cleo, 'PUT', outcome, { body: 'The second.' }, over(drafted))).status, 200)
  const conclude = { body: 'The first.' }
  assert.equal((await baton.call(ann, 'POST', `/threads/${number}/conclude`, conclude, over(drafted))).body.by.handle, 'cleo')
  const { version } = (await read(ann, number)).outcome
  assert.equal((await baton.call(ann, 'POST', `/threads/${number}/conclude`, conclude, over(version))).body.state, 'concluded')
})

test('a change of a thread’s own texts names the tag that was seen: another of that text is not replaced unseen, whatever else changed', async () => {
  const { number } = await open(ann)
  const path = `/threads/${number}`
  const tag = async (): Promise<string> => (await baton.call(ben, 'GET', path)).headers.get('etag') ?? ''
  const seen = await tag()
  await post(ann, number, 'More')
  const changes = [
    ['PUT', '/highlights', { body: 'In short' }],
    ['PATCH', '', { title: 'Another' }],
    ['PUT', '/outcome', { body: 'We wait.' }],
  ] as const
  for (const [method, place, body] of changes) {
    assert.equal((await baton.call(ann, method, path + place, body, { 'if-match': seen })).status, 200, place)
    baton.clock.advance({ minutes: 1 })
  }
  for (const [method, place, body] of changes) {
    const stale = await baton.call(ann, method, path + place, body, { 'if-match': seen })
    assert.deepEqual([stale.status, stale.body.code], [412, 'thread.text_changed'], place)
  }
  const kept = await baton.call(ann, 'PUT', `${path}/outcome`, { body: 'We go.' }, { 'if-match': await tag() })
  const concluded = await baton.call(ann, 'POST', `${path}/conclude`, {}, { 'if-match': kept.headers.get('etag') ?? '' })
  const version = (of: string | null): string => of?.split('.')[0] ?? ''
  assert.deepEqual([concluded.status, version(concluded.headers.get('etag'))], [200, version(await tag())])
})

test('an outcome is drafted, concluded, reopened with a reason', async () => {
  const { number } = await open(ben)
  const nothing = await baton.call(ben, 'POST', `/threads/${number}/conclude`, {})
  assert.deepEqual([nothing.status, nothing.body.errors[0].path], [422, 'body'])
  const draft = await baton.call(ann, 'PUT', `/threads/${number}/outcome`, { body: 'We stream.' })
  assert.deepEqual([draft.body.state, draft.body.outcome.body, draft.body.outcome.draft], ['open', 'We stream.', true])
  const done = await baton.call(ben, 'POST', `/threads/${number}/conclude`, {})
  assert.deepEqual(
    [done.body.state, done.body.outcome.body, done.body.outcome.by.handle, done.body.outcome.draft],
    ['concluded', 'We stream.', 'ben', false],
  )
  assert.deepEqual((await baton.call(ann, 'PUT', `/threads/${number}/outcome`, { body: 'No' })).body.code, 'thread.concluded')
  assert.equal((await post(cleo, number, 'Thank you')).seq, 2)
  assert.equal((await baton.call(ann, 'POST', `/threads/${number}/reopen`, {})).status, 422)
  const again = await baton.call(ann, 'POST', `/threads/${number}/reopen`, { reason: 'It stops again.' })
  assert.deepEqual([again.body.state, again.body.outcome.draft], ['open', true])
  assert.deepEqual((await baton.call(ann, 'POST', `/threads/${number}/reopen`, { reason: 'Twice' })).body.code, 'thread.open')
})

test('of two who conclude at once one does, and the other learns who', async () => {
  const { number } = await open(ben)
  const answers = await Promise.all(
    [ann, ben].map((who) => baton.call(who, 'POST', `/threads/${number}/conclude`, { body: `By ${who.handle}` })),
  )
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  )
  const winner = answers.find(({ status }) => status === 200)?.body.outcome.by.name
  const refused = answers.find(({ status }) => status === 409)?.body
  assert.equal(refused.code, 'thread.already_concluded')
  assert.ok(refused.detail.includes(winner))
})

test('two who go back and forth three times are counted, until an outcome or a pivot', async () => {
  const { number } = await open(ann)
  const exchange = async (...authors: Someone[]) => {
    for (const author of authors) await post(author, number, 'And so on')
    return (await read(ann, number)).exchanges
  }
  assert.equal(await exchange(ben, ann, ben, ann), 2)
  assert.equal(await exchange(ben), 3)
  assert.equal(await exchange(cleo), 1)
  assert.equal(await exchange(ben, cleo, ben, cleo, ben), 3)
  const pivoted = await baton.call(ben, 'POST', `/threads/${number}/pivot`, { to: 'call' })
  assert.deepEqual([pivoted.body.exchanges, pivoted.body.outcomeOwed], [0, true])
  assert.equal((await baton.call(ben, 'POST', `/threads/${number}/pivot`, { to: 'lunch' })).status, 422)
  assert.equal(await exchange(ann, ben), 1)
  const written = await baton.call(ben, 'PUT', `/threads/${number}/outcome`, { body: 'We talked: we stream.' })
  assert.equal(written.body.outcomeOwed, false)
  await baton.call(ben, 'POST', `/threads/${number}/conclude`, {})
  assert.equal((await read(ann, number)).exchanges, 0)
})

test('a guest writes where they are a member, and steers what they opened', async () => {
  const { number } = await open(gus, { body: 'A question from outside, @ann @ben' })
  assert.equal((await baton.call(gus, 'PUT', `/threads/${number}/outcome`, { body: 'Thanks' })).status, 200)
  const theirs = await open(ann)
  await post(gus, theirs.number, 'I read along')
  assert.equal((await baton.call(gus, 'POST', `/threads/${theirs.number}/conclude`, { body: 'Done' })).status, 403)
  assert.equal((await read(gus, theirs.number)).may.steer, false)
})

test('nothing of a private space is there for others', async () => {
  const { number, post: id } = await open(ben, { space: 'vault' })
  for (const [method, path, body] of [
    ['GET', `/threads/${number}`, undefined],
    ['PATCH', `/threads/${number}`, { title: 'x' }],
    ['PUT', `/threads/${number}/highlights`, { body: 'x' }],
    ['PUT', `/threads/${number}/outcome`, { body: 'x' }],
    ['POST', `/threads/${number}/reopen`, { reason: 'x' }],
    ['POST', `/threads/${number}/pivot`, { to: 'call' }],
    ['PUT', `/threads/${number}/follow`, { level: 'digest' }],
    ['PUT', `/threads/${number}/read`, { seq: 1 }],
    ['GET', `/posts/${id}`, undefined],
    ['PATCH', `/posts/${id}`, { body: 'x' }],
    ['DELETE', `/posts/${id}`, undefined],
    ['GET', `/posts/${id}/revisions`, undefined],
  ] as const) {
    for (const who of [ann, gus]) assert.equal((await baton.call(who, method, path, body)).status, 404, `${method} ${path}`)
  }
})

test('threads of a space are listed by newest activity, filtered, piece by piece', async () => {
  await baton.call(ann, 'POST', '/spaces', { slug: 'list', name: 'List' })
  const numbers: number[] = []
  for (const [place, kind] of ['question', 'discussion', 'announcement', 'question', 'discussion'].entries()) {
    baton.clock.advance({ minutes: 1 })
    numbers.push((await open(ann, { space: 'list', kind, ...(place === 0 ? { dri: 'ben' } : {}) })).number)
  }
  baton.clock.advance({ minutes: 1 })
  await post(ben, numbers[0] ?? 0, 'New again')
  await baton.call(ann, 'POST', `/threads/${numbers[1]}/conclude`, { body: 'Done' })
  const list = async (query: string): Promise<number[]> => {
    const { body } = await baton.call(ann, 'GET', `/spaces/list/threads?${query}`)
    return body.items.map((item: { number: number }) => numbers.indexOf(item.number))
  }
  assert.deepEqual(await list(''), [0, 4, 3, 2, 1])
  assert.deepEqual(await list('kind=question'), [0, 3])
  assert.deepEqual(await list('state=concluded'), [1])
  assert.deepEqual(await list('state=open&kind=discussion'), [4])
  assert.deepEqual(await list('dri=ben'), [0])
  assert.deepEqual(await list('dri=me'), [])
  const first = await baton.call(ann, 'GET', '/spaces/list/threads?limit=2')
  const rest = await baton.call(ann, 'GET', `/spaces/list/threads?after=${first.body.next}`)
  assert.deepEqual(
    [...first.body.items, ...rest.body.items].map((item) => numbers.indexOf(item.number)),
    [0, 4, 3, 2, 1],
  )
  assert.equal('posts' in first.body.items[0], false)
  assert.deepEqual([first.body.items[0].openAsks, first.body.items[0].unread], [0, 1])
  assert.equal((await baton.call(ann, 'GET', '/spaces/list/threads?dri=nobody')).status, 404)
  assert.equal((await baton.call(ann, 'GET', '/spaces/list/threads?kind=chat')).status, 422)
})

test('a listed thread says who has the ask that is due first, and who wrote in it last', async () => {
  await baton.call(ann, 'POST', '/spaces', { slug: 'wrote', name: 'Wrote' })
  const asks = [
    { to: 'cleo', verb: 'answer', text: 'Later?', neededBy: 'whenever' },
    { to: 'ben', verb: 'answer', text: 'First?', neededBy: { in: 1 } },
  ]
  const { number } = await open(ann, { space: 'wrote', asks })
  const listed = async () => (await baton.call(ann, 'GET', '/spaces/wrote/threads')).body.items[0]
  const handles = (people: { handle: string }[]): string[] => people.map(({ handle }) => handle)
  const fresh = await listed()
  assert.deepEqual([fresh.nextOwner.handle, handles(fresh.writers)], ['ben', ['ann']])
  await post(cleo, number, 'One')
  const taken = await post(ben, number, 'Two')
  await post(cleo, number, 'Three')
  assert.deepEqual(handles((await listed()).writers), ['cleo', 'ben', 'ann'])
  await baton.call(ben, 'DELETE', `/posts/${taken.id}`)
  assert.deepEqual(handles((await listed()).writers), ['cleo', 'ann'])
  await baton.call(ann, 'PUT', '/spaces/wrote/members/ben')
  baton.clock.advance({ minutes: 1 })
  const ofSpace = await open(ann, { space: 'wrote', asks: [{ to: 'wrote', verb: 'answer', text: 'Which?' }] })
  const newest = await listed()
  assert.deepEqual([newest.number, newest.openAsks, newest.nextOwner], [ofSpace.number, 1, null])
})

test('texts of any script and length are kept as they are', async () => {
  const title = `${'مرحبا 👩‍👩‍👧‍👦 '.repeat(18)}\u202eend`
  const body = 'שלום 🌍 e\u0301 <b>&amp;</b> \ud83d\ude00 \\u0041 $1 %s \'"; drop table posts;--'
  const { number } = await open(ann, { title, body })
  const thread = await read(ben, number)
  assert.equal(thread.title, title)
  assert.equal(thread.posts.items[0].body, body)
  assert.equal((await baton.call(ann, 'POST', `/threads/${number}/posts`, { body: 'x'.repeat(200_001) })).status, 422)
  assert.equal((await baton.call(ann, 'POST', `/threads/${number}/posts`, { body: ' \n ' })).status, 422)
})

test('the same key writes once, and answers what is there today', async () => {
  const { number } = await open(ann)
  const key = { 'idempotency-key': 'reopen-1' }
  await baton.call(ann, 'POST', `/threads/${number}/conclude`, { body: 'Done' })
  assert.equal((await baton.call(ann, 'POST', `/threads/${number}/reopen`, { reason: 'No' }, key)).status, 200)
  const again = await baton.call(ann, 'POST', `/threads/${number}/reopen`, { reason: 'No' }, key)
  assert.deepEqual([again.status, again.body.state], [200, 'open'])
})

test('a thread of thousands of posts is read by pieces, at the first unread', async () => {
  const { id, number } = await open(ann)
  await sql`
    insert into posts (workspace_id, id, thread_id, seq, author_id, body, posted_at)
    select 1, gen_random_uuid(), ${id}, n, ${ann.id}, 'Again', ${baton.clock.now()} from generate_series(2, 10000) n
  `.execute(baton.db)
  await sql`update threads set last_seq = 10000, post_count = 10000 where id = ${id}`.execute(baton.db)
  await baton.call(ben, 'PUT', `/threads/${number}/read`, { seq: 5_000 })
  await post(cleo, number, 'The newest')
  const thread = await read(ben, number)
  assert.deepEqual([thread.unread, thread.firstUnread, thread.posts.items.at(-1).body], [1, 10_001, 'The newest'])
  const middle = await baton.call(ben, 'GET', `/threads/${number}/posts?around=5000&limit=20`)
  assert.deepEqual([middle.body.items.length, middle.body.items[0].seq, middle.body.next], [20, 4_995, 5_014])
  const statements = await baton.statements(() => baton.call(ben, 'GET', `/threads/${number}/posts?around=5000&limit=100`))
  // Who asks, the thread, its posts, their asks.
  assert.equal(statements.length, 4)
})

test('reading and writing take as many statements however much there is', async () => {
  const { number } = await open(ann)
  const count = async (work: () => Promise<unknown>): Promise<number> => (await baton.statements(work)).length
  // Who asks, the space, and its threads with all that stands beside them.
  assert.equal(await count(() => baton.call(ann, 'GET', '/spaces/list/threads?limit=1')), 3)
  assert.equal(await count(() => baton.call(ann, 'GET', '/spaces/list/threads?limit=100')), 3)
  // Who asks; the thread held, the post with all that hangs on it, the fact; then the post as it is answered.
  assert.equal(await count(() => post(ann, number, 'Plain')), 5)
  // Names take two more, to find people and who of them may read; what is answered finds names and titles.
  assert.equal(await count(() => post(ann, number, 'With @ben and @cleo and #1')), 8)
  assert.equal(await count(() => baton.call(ann, 'PUT', `/threads/${number}/read`, { seq: 1 })), 4)
})

test('a post costs the same rows for few followers and for many', async () => {
  const { id, number } = await open(ann)
  await post(ann, number, 'Before')
  const rows = async (): Promise<number> => {
    const tables = ['posts', 'mentions', 'thread_follows', 'events', 'outbox', 'inbox_items', 'read_marks'] as const
    const counts = await Promise.all(
      tables.map((table) =>
        baton.db
          .selectFrom(table)
          .select((count) => count.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow(),
      ),
    )
    return counts.reduce((sum, { n }) => sum + n, 0)
  }
  const few = await rows()
  await post(ann, number, 'For few')
  const added = (await rows()) - few
  for (const who of [ben, cleo, gus]) await baton.call(who, 'PUT', `/threads/${number}/follow`, { level: 'digest' })
  const many = await rows()
  await post(ann, number, 'For many')
  assert.equal((await rows()) - many, added)
  assert.ok(id)
})

test('what was read is made unread again only where that is wanted', async () => {
  const { number } = await open(ann)
  for (const body of ['One.', 'Two.', 'Three.']) await post(ann, number, body)
  await baton.settle()
  await baton.call(ben, 'PUT', `/threads/${number}/read`, { seq: 4 })
  await baton.call(ben, 'PUT', `/threads/${number}/read`, { seq: 2 })
  assert.equal((await read(ben, number)).read, 4)
  const { body } = await baton.call(ben, 'PUT', `/threads/${number}/read`, { seq: 2, back: true })
  assert.deepEqual([body.read, body.unread, body.firstUnread], [2, 2, 3])
})
