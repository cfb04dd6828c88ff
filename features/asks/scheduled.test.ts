import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

// Monday 23 November, ten in the morning; Lisbon is on UTC.
async function start(t: TestContext, { mail = false } = {}) {
  const baton = await startBaton({ at: '2026-11-23T10:00:00Z', mail })
  t.after(async () => {
    assert.deepEqual(baton.faults, [])
    await baton.close()
  })
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben', name: 'Ben Ode', timeZone: 'Asia/Tokyo' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const { body } = await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Exports', body: 'They stop.' })
  await baton.settle()
  return { baton, ann, ben, number: body.number as number }
}

const LATER = '2026-11-24T00:00:00Z'
const ask = { to: 'ben', verb: 'answer', text: 'Which one?', neededBy: { in: 1 } }

async function at(baton: Baton, instant: string): Promise<void> {
  baton.clock.set(instant)
  await baton.settle()
}

const ok = (answer: Answer, status = 200): Answer['body'] => {
  assert.equal(answer.status, status, JSON.stringify(answer.body))
  return answer.body
}
const post = (baton: Baton, who: Someone, number: number, more: object = {}) =>
  baton.call(who, 'POST', `/threads/${number}/posts`, { body: 'Later on.', sendAt: LATER, ...more })
const waiting = async (baton: Baton, who: Someone): Promise<Answer['body'][]> =>
  ok(await baton.call(who, 'GET', '/scheduled')).items as Answer['body'][]
const posts = async (baton: Baton, who: Someone, number: number): Promise<Answer['body'][]> =>
  ok(await baton.call(who, 'GET', `/threads/${number}/posts`)).items as Answer['body'][]
const bodies = async (baton: Baton, who: Someone, number: number): Promise<string[]> =>
  (await posts(baton, who, number)).map(({ body }) => body as string)

test('a post leaves at its moment, once, as if its author sent it then', async (t) => {
  const { baton, ann, ben, number } = await start(t)
  const made = ok(await post(baton, ann, number, { asks: [ask] }), 201)
  assert.deepEqual([made.opens, made.state, made.sendAt, made.thread.number], ['post', 'waiting', LATER, number])
  await baton.settle()
  assert.deepEqual(await bodies(baton, ben, number), ['They stop.'])
  assert.deepEqual((await waiting(baton, ben)).length, 0)
  assert.equal((await baton.call(ben, 'GET', `/asks`)).body.items.length, 0)

  await at(baton, '2026-11-23T23:59:59Z')
  assert.deepEqual(await bodies(baton, ben, number), ['They stop.'])
  await at(baton, LATER)
  const [, sent] = await posts(baton, ben, number)
  assert.deepEqual([sent.body, sent.at, sent.author.handle], ['Later on.', LATER, 'ann'])
  // Tuesday nine in Tokyo: read at once, and due a working day later.
  assert.deepEqual([sent.asks[0].at, sent.asks[0].deliverAt, sent.asks[0].due], [LATER, LATER, '2026-11-25T08:00:00Z'])
  assert.deepEqual(await waiting(baton, ann), [])
  await baton.restartWorker()
  await at(baton, '2026-11-24T00:00:01Z')
  assert.equal((await posts(baton, ben, number)).length, 2)
  const rows = await baton.db.selectFrom('scheduled').select(['state', 'message', 'sent_id']).execute()
  assert.deepEqual(rows, [{ state: 'sent', message: '{}', sent_id: sent.id }], 'no copy of the text stays')
})

test('what it will mean can be previewed from the moment of sending', async (t) => {
  const { baton, ann } = await start(t)
  const preview = ok(await baton.call(ann, 'POST', '/attention/preview', { to: ['ben'], neededBy: { in: 1 }, at: LATER }))
  assert.deepEqual([preview.items[0].deliverAt, preview.items[0].due], [LATER, '2026-11-25T08:00:00Z'])
})

test('a thread is opened later, with its number from then', async (t) => {
  const { baton, ann, ben } = await start(t)
  const made = ok(
    await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Rollback', body: 'Shall we?', asks: [ask], sendAt: LATER }),
    201,
  )
  assert.deepEqual([made.opens, made.thread, made.message.title], ['thread', null, 'Rollback'])
  const direct = await baton.call(ann, 'POST', '/threads', { people: ['ben'], title: 'Between us', body: 'A word', sendAt: LATER })
  ok(direct, 201)
  assert.equal((await baton.db.selectFrom('threads').select('id').execute()).length, 1)
  assert.equal((await baton.db.selectFrom('spaces').select('id').execute()).length, 1)
  const now = ok(await baton.call(ben, 'POST', '/threads', { space: 'ops', title: 'Meanwhile', body: 'x' }), 201)
  assert.equal(now.number, 2)
  await at(baton, LATER)
  const threads = await baton.db.selectFrom('threads').select(['number', 'title']).orderBy('number').execute()
  assert.deepEqual(
    threads
      .slice(2)
      .map(({ title }) => title)
      .toSorted(),
    ['Between us', 'Rollback'],
  )
})

test('what would be refused is refused when it is scheduled, and leaves nothing', async (t) => {
  const { baton, ann, number } = await start(t)
  const gus = await baton.person({ handle: 'gus', role: 'guest' })
  const refused = async (answer: Promise<Answer>, status: number, path?: string): Promise<void> => {
    const { status: given, body } = await answer
    assert.equal(given, status, JSON.stringify(body))
    if (path) assert.equal(body.errors[0].path, path)
  }
  await refused(post(baton, ann, number, { sendAt: '2026-11-23T10:00:00Z' }), 422, 'sendAt')
  await refused(post(baton, ann, number, { sendAt: '2028-01-01T00:00:00Z' }), 422, 'sendAt')
  await refused(post(baton, ann, number, { sendAt: 'tomorrow' }), 422, 'sendAt')
  await refused(post(baton, ann, number, { asks: [{ ...ask, to: 'nemo' }] }), 404, 'asks.0.to')
  await refused(post(baton, ann, number, { asks: [{ ...ask, to: 'gus' }] }), 422, 'asks.0.to')
  // A needed-by is judged from the moment of sending.
  await refused(post(baton, ann, number, { asks: [{ ...ask, neededBy: { at: '2026-11-23T23:00:00Z' } }] }), 422, 'asks.0.neededBy.at')
  await refused(post(baton, gus, number), 404)
  await refused(post(baton, ann, 99), 404)
  ok(await baton.call(ann, 'POST', `/threads/${number}/conclude`, { body: 'Done.' }))
  await refused(post(baton, ann, number, { asks: [ask] }), 409)
  assert.deepEqual(await waiting(baton, ann), [])
  assert.deepEqual(await baton.db.selectFrom('outbox').select('event_id').where('recorded_at', '>', baton.clock.now()).execute(), [])
})

test('it is edited, moved and taken back before it leaves; a stale edit is told so', async (t) => {
  const { baton, ann, ben, number } = await start(t)
  const made = ok(await post(baton, ann, number, { asks: [ask] }), 201)
  const path = `/scheduled/${made.id}`
  const tag = (await baton.call(ann, 'GET', path)).headers.get('etag') ?? ''
  const edit = (body: object, version?: string) =>
    baton.call(ann, 'PATCH', path, body, version === undefined ? {} : { 'if-match': version })
  const edited = ok(await edit({ message: { body: 'Better.', asks: [] } }, tag))
  assert.deepEqual([edited.version, edited.message.body, edited.message.asks, edited.sendAt], [2, 'Better.', [], LATER])
  assert.equal((await edit({ message: { body: 'Stale.' } }, tag)).status, 412)
  assert.equal((await edit({ message: { body: 'Stale.' } }, '"1"')).status, 412)
  assert.equal((await edit({ message: { title: 'A post has none' } })).status, 422)
  assert.equal((await edit({ message: { body: null } })).status, 422)
  assert.equal((await edit({ sendAt: '2026-11-20T00:00:00Z' })).status, 422)
  assert.equal((await baton.call(ben, 'PATCH', path, { message: { body: 'His' } })).status, 404)
  assert.equal((await baton.call(ben, 'DELETE', path)).status, 404)
  ok(await edit({ sendAt: '2026-11-25T09:00:00Z' }))
  await at(baton, LATER)
  assert.equal((await posts(baton, ann, number)).length, 1)
  await at(baton, '2026-11-25T09:00:00Z')
  assert.deepEqual(await bodies(baton, ann, number), ['They stop.', 'Better.'])
  assert.equal((await edit({ message: { body: 'Too late' } })).body.code, 'scheduled.sent')
  assert.equal((await baton.call(ann, 'DELETE', path)).status, 409)
  assert.equal((await baton.call(ann, 'GET', path)).status, 404)

  const other = ok(await post(baton, ann, number, { sendAt: '2026-11-26T09:00:00Z' }), 201)
  ok(await baton.call(ann, 'DELETE', `/scheduled/${other.id}`))
  await at(baton, '2026-11-27T09:00:00Z')
  assert.equal((await posts(baton, ann, number)).length, 2)
})

test('of an edit and the sending at once one is first, and the other learns of it', async (t) => {
  const { baton, ann, number } = await start(t)
  for (let round = 0; round < 6; round += 1) {
    const sendAt = baton.clock.now().add({ hours: 1 }).toString()
    const { id } = ok(await post(baton, ann, number, { body: `Round ${round}`, sendAt }), 201)
    baton.clock.set(sendAt)
    const change = { message: { body: `Round ${round}, edited` }, sendAt: baton.clock.now().add({ minutes: 1 }).toString() }
    const [edit] = await Promise.all([baton.call(ann, 'PATCH', `/scheduled/${id}`, change), baton.settle()])
    assert.ok([200, 409].includes(edit.status), JSON.stringify(edit.body))
    await at(baton, baton.clock.now().add({ minutes: 1 }).toString())
    const sent = (await bodies(baton, ann, number)).filter((body) => body.startsWith(`Round ${round}`))
    assert.deepEqual(sent, [edit.status === 200 ? `Round ${round}, edited` : `Round ${round}`])
  }
})

test('two workers that believe it is their turn send it once', async (t) => {
  const { baton, ann, number } = await start(t)
  ok(await post(baton, ann, number), 201)
  baton.clock.set(LATER)
  const { sendScheduled } = await import('./commands/send-scheduled.ts')
  const now = baton.clock.now()
  const at = { db: baton.db, workspaceId: 1, now, due: now }
  await Promise.all([sendScheduled(at), sendScheduled(at), sendScheduled(at)])
  assert.equal((await posts(baton, ann, number)).length, 2)
})

test('what cannot leave any more is kept with the reason, and its author is told once, by digest', async (t) => {
  const { baton, ann, ben, number } = await start(t, { mail: true })
  const { id } = ok(await post(baton, ben, number, { body: 'Whatever it **takes**.' }), 201)
  const waited = await baton.call(ben, 'GET', `/scheduled/${id}`)
  ok(await baton.call(ann, 'PATCH', '/spaces/ops', { archived: true }))
  await at(baton, LATER)
  const since = await baton.call(ben, 'GET', `/scheduled/${id}`, undefined, { 'if-none-match': waited.headers.get('etag') ?? '' })
  assert.deepEqual([since.status, since.body.state], [200, 'kept'])
  const [kept] = await waiting(baton, ben)
  assert.deepEqual([kept.id, kept.state], [id, 'kept'])
  assert.match(kept.reason, /archived/)
  assert.equal(kept.message.body, 'Whatever it **takes**.')
  await at(baton, '2026-11-24T07:00:00Z')
  const mails = baton.mails.filter(({ to }) => to.includes('ben@halyard.example'))
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.text ?? '', /Could not be sent[\s\S]*Whatever it takes\.[\s\S]*archived[\s\S]*\/drafts/)
  await at(baton, '2026-11-25T07:00:00Z')
  assert.equal(baton.mails.filter(({ to }) => to.includes('ben@halyard.example')).length, 1)

  ok(await baton.call(ann, 'PATCH', '/spaces/ops', { archived: false }))
  const again = ok(await baton.call(ben, 'PATCH', `/scheduled/${id}`, { sendAt: '2026-11-25T08:00:00Z' }))
  assert.deepEqual([again.state, again.reason], ['waiting', null])
  await at(baton, '2026-11-25T08:00:00Z')
  assert.equal((await bodies(baton, ben, number)).at(-1), 'Whatever it **takes**.')
})

test('nothing is sent where its author or receiver may not be any more, and no title is told', async (t) => {
  const { baton, ann, ben } = await start(t)
  ok(await baton.call(ann, 'POST', '/spaces', { slug: 'vault', name: 'Vault', visibility: 'private' }), 201)
  ok(await baton.call(ann, 'PUT', '/spaces/vault/members/ben'))
  const { number } = ok(await baton.call(ann, 'POST', '/threads', { space: 'vault', title: 'Zeppelin', body: 'x' }), 201)
  ok(await post(baton, ben, number), 201)
  ok(await post(baton, ann, number, { asks: [ask] }), 201)
  ok(await baton.call(ann, 'DELETE', '/spaces/vault/members/ben'))
  assert.ok(!JSON.stringify(await waiting(baton, ben)).includes('Zeppelin'))
  await at(baton, LATER)
  assert.equal((await posts(baton, ann, number)).length, 1)
  const [mine] = await waiting(baton, ben)
  const [hers] = await waiting(baton, ann)
  assert.match(mine.reason, /does not exist/)
  assert.match(hers.reason, /may not read this thread/)
  assert.ok(!JSON.stringify(mine).includes('Zeppelin'))
})

test('what a deactivated person scheduled is not sent', async (t) => {
  const { baton, ann, ben, number } = await start(t)
  ok(await post(baton, ben, number), 201)
  ok(await baton.call(ann, 'PATCH', '/people/ben', { active: false }))
  await at(baton, LATER)
  assert.equal((await posts(baton, ann, number)).length, 1)
  ok(await baton.call(ann, 'PATCH', '/people/ben', { active: true }))
  await at(baton, '2026-11-24T00:10:00Z')
  assert.equal((await posts(baton, ann, number)).length, 1)
  const [row] = await baton.db.selectFrom('scheduled').select(['state', 'reason']).execute()
  assert.equal(row?.state, 'kept')
  assert.match(JSON.stringify(row?.reason), /no account/)
})

test('why it could not leave is said in the language of whoever reads it, and what was kept before that in English', async (t) => {
  const { baton, ann, ben, number } = await start(t, { mail: true })
  ok(await baton.call(ben, 'PATCH', '/people/me', { language: 'ja' }))
  const { id } = ok(await post(baton, ben, number), 201)
  ok(await baton.call(ann, 'PATCH', '/spaces/ops', { archived: true }))
  await at(baton, LATER)
  const reason = async (language: string): Promise<string> =>
    ok(await baton.call(ben, 'GET', `/scheduled/${id}`, undefined, { 'accept-language': language })).reason
  assert.match(await reason('de'), /^Dieser Bereich ist archiviert/)
  assert.match(await reason('ar'), /^هذه المساحة مؤرشفة/)
  await at(baton, '2026-11-24T07:00:00Z')
  const mail = baton.mails.find(({ to }) => to.includes('ben@halyard.example'))
  assert.ok(mail?.text.includes(await reason('ja')))
  assert.ok(mail?.html.includes(await reason('ja')))

  await sql`alter table scheduled alter column reason type text using reason ->> 'en'`.execute(baton.db)
  await sql`alter table imports alter column failure type text using failure ->> 'en'`.execute(baton.db)
  const migration = await readFile(new URL('../../database/migrations/0017-reasons.sql', import.meta.url), 'utf8')
  await baton.db.connection().execute((db) => sql.raw(migration).execute(db))
  assert.match(await reason('de'), /^This space is archived/)
})

test('what was to leave while Baton was down leaves when it is back, planned from then', async (t) => {
  const { baton, ann, number } = await start(t)
  ok(await post(baton, ann, number, { asks: [ask] }), 201)
  await at(baton, '2026-11-24T12:00:00Z')
  const [, sent] = await posts(baton, ann, number)
  assert.equal(sent.at, '2026-11-24T12:00:00Z')
  assert.equal(sent.asks[0].due, '2026-11-26T08:00:00Z')
})

test('a repeat with the same key finds what was scheduled, and what it became', async (t) => {
  const { baton, ann, number } = await start(t)
  const send = () => baton.call(ann, 'POST', `/threads/${number}/posts`, { body: 'Once.', sendAt: LATER }, { 'idempotency-key': 'k' })
  const first = ok(await send(), 201)
  assert.equal(ok(await send(), 201).id, first.id)
  assert.equal((await waiting(baton, ann)).length, 1)
  await at(baton, LATER)
  assert.equal(ok(await send(), 201).seq, 2)
  assert.deepEqual(await bodies(baton, ann, number), ['They stop.', 'Once.'])
})

test('one person has at most a hundred things waiting; the list goes on piece by piece in as many statements', async (t) => {
  const { baton, ann, number } = await start(t)
  for (let count = 0; count < 100; count += 1) ok(await post(baton, ann, number), 201)
  assert.equal((await post(baton, ann, number)).body.code, 'scheduled.too_many')
  const seen: string[] = []
  let after = ''
  do {
    const { items, next } = ok(await baton.call(ann, 'GET', `/scheduled?limit=40${after}`))
    seen.push(...items.map(({ id }: { id: string }) => id))
    after = next === null ? '' : `&after=${next}`
  } while (after !== '')
  assert.equal(new Set(seen).size, 100)
  const few = await baton.statements(() => baton.call(ann, 'GET', '/scheduled?limit=1'))
  const many = await baton.statements(() => baton.call(ann, 'GET', '/scheduled?limit=100'))
  // Who asks, and what waits.
  assert.deepEqual([few.length, many.length], [2, 2])
})

test('what has left is forgotten after a month', async (t) => {
  const { baton, ann, number } = await start(t)
  ok(await post(baton, ann, number), 201)
  await at(baton, LATER)
  await at(baton, '2026-12-23T00:00:00Z')
  assert.equal((await baton.db.selectFrom('scheduled').select('id').execute()).length, 1)
  await at(baton, '2026-12-26T00:00:00Z')
  assert.equal((await baton.db.selectFrom('scheduled').select('id').execute()).length, 0)
})
