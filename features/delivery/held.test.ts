import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

// Monday 23 November; everybody works 09:00–17:00 in Lisbon, which is on UTC, with digests at 09:00 and 16:00.
async function start(t: TestContext) {
  const baton = await startBaton({ at: '2026-11-23T10:00:00Z', mail: true })
  t.after(() => baton.close())
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops', purpose: '' })
  await baton.settle()
  return { baton, ann, ben }
}

const opens = async (baton: Baton, who: Someone, more: object = {}) =>
  (await baton.call(who, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Rollback', body: 'What now?', ...more })).body

const asking = (more: object = {}) => ({ asks: [{ to: 'ben', verb: 'answer', text: 'Shall we roll back?', neededBy: { in: 2 }, ...more }] })
const inboxOf = async (baton: Baton, who: Someone, state = 'open') => (await baton.call(who, 'GET', `/inbox?state=${state}`)).body.items
const heldOf = async (baton: Baton, who: Someone) => (await baton.call(who, 'GET', '/held')).body
const moment = '2026-11-23T16:00:00Z'

async function at(baton: Baton, instant: string): Promise<void> {
  baton.clock.set(instant)
  await baton.settle()
}

const deliveriesOf = (baton: Baton, who: Someone) => baton.db.selectFrom('deliveries').selectAll().where('person_id', '=', who.id).execute()

test('what waits is counted by reason and not said; it comes in one delivery, however much it is', async (t) => {
  const { baton, ann, ben } = await start(t)
  const { number } = await opens(baton, ann, asking())
  await opens(baton, ann, { title: 'Names', body: 'What does @ben think?' })
  for (const body of ['One.', 'Two.', 'Three.']) await baton.call(ann, 'POST', '/threads/2/posts', { body })
  await baton.settle()
  assert.deepEqual(await heldOf(baton, ben), {
    count: 5,
    nextDelivery: moment,
    earliestDue: '2026-11-25T17:00:00Z',
    byReason: { ask: 1, mention: 1, post: 3 },
  })
  assert.deepEqual(await inboxOf(baton, ben), [])
  await at(baton, moment)
  assert.deepEqual((await inboxOf(baton, ben)).map(({ why, number: of }: { why: string; number: number }) => [why, of]).toSorted(), [
    ['ask', number],
    ['mention', 2],
  ])
  const threads = await baton.call(ben, 'GET', '/inbox/threads')
  const [followed] = threads.body.items
  assert.deepEqual([followed.number, followed.posts, followed.firstUnread, followed.excerpt], [2, 3, 2, 'Three.'])
  assert.deepEqual(await heldOf(baton, ben), { count: 0, nextDelivery: '2026-11-24T09:00:00Z', earliestDue: null, byReason: {} })
  assert.equal((await deliveriesOf(baton, ben)).length, 1)
  assert.equal(baton.mails.length, 1)
  assert.equal(baton.mails[0]?.headers.get('subject'), '16:00 delivery: 1 new ask, 4 posts')
})

test('a moment with nothing to say makes no delivery', async (t) => {
  const { baton, ann, ben } = await start(t)
  await at(baton, '2026-11-25T12:00:00Z')
  assert.deepEqual([...(await deliveriesOf(baton, ben)), ...(await deliveriesOf(baton, ann))], [])
  assert.equal(baton.mails.length, 0)
})

test('what was edited while it was held is delivered as it then reads', async (t) => {
  const { baton, ann, ben } = await start(t)
  const thread = await opens(baton, ann, { body: 'What does @ben think?' })
  const post = thread.posts.items[0]
  const edited = await baton.call(ann, 'PATCH', `/posts/${post.id}`, { body: 'What does @ben think of Friday?' }, { 'if-match': '*' })
  assert.equal(edited.status, 200)
  await at(baton, moment)
  assert.equal((await inboxOf(baton, ben))[0].excerpt, 'What does @ben think of Friday?')
  assert.match(baton.mails[0]?.text ?? '', /What does @ben think of Friday\?/)
})

test('what was deleted or withdrawn while it was held is gone, and alone it makes no delivery', async (t) => {
  const { baton, ann, ben } = await start(t)
  const mention = await opens(baton, ann, { body: 'What does @ben think?' })
  const asked = await opens(baton, ann, asking())
  await baton.settle()
  await baton.call(ann, 'DELETE', `/posts/${mention.posts.items[0].id}`)
  await baton.call(ann, 'POST', `/asks/${asked.asks[0].id}/withdraw`, {})
  await baton.settle()
  assert.deepEqual((await heldOf(baton, ben)).byReason, {})
  await at(baton, moment)
  assert.deepEqual(await inboxOf(baton, ben), [])
  assert.deepEqual(await deliveriesOf(baton, ben), [])
  assert.equal(baton.mails.length, 0)
})

test('an ask that had come and goes with its post is told in the next digest, with no word of the post', async (t) => {
  const { baton, ann, ben } = await start(t)
  const { number } = await opens(baton, ann)
  const asked = await baton.call(ann, 'POST', `/threads/${number}/posts`, { body: 'Forget this one.', ...asking() })
  await baton.settle()
  await at(baton, moment)
  await baton.call(ann, 'DELETE', `/posts/${asked.body.id}`)
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual(
    (await inboxOf(baton, ben)).map((item: { why: string; number: number; post: null; ask: { state: string; reason: string } }) => [
      item.why,
      item.number,
      item.post,
      item.ask.state,
      item.ask.reason,
    ]),
    [['withdrawn', number, null, 'withdrawn', 'The post it was made in was deleted.']],
  )
  const mail = baton.mails.at(-1)
  assert.equal(mail?.headers.get('subject'), '09:00 delivery: 1 change to asks')
  assert.match(mail?.text ?? '', /Ann Mori took the ask back: Rollback/)
  assert.doesNotMatch(mail?.text ?? '', /Forget this one/)
})

test('what one may no longer see when it would come is gone', async (t) => {
  const { baton, ann, ben } = await start(t)
  await baton.call(ann, 'POST', '/spaces', { slug: 'board', name: 'Board', purpose: '', visibility: 'private' })
  await baton.call(ann, 'PUT', '/spaces/board/members/ben', {})
  const opened = await baton.call(ann, 'POST', '/threads', { space: 'board', kind: 'discussion', title: 'Salaries', body: 'And @ben?' })
  assert.equal(opened.status, 201)
  await baton.settle()
  assert.equal((await heldOf(baton, ben)).count, 1)
  await baton.call(ann, 'DELETE', '/spaces/board/members/ben')
  await baton.settle()
  assert.equal((await heldOf(baton, ben)).count, 0)
  await at(baton, moment)
  assert.deepEqual(await inboxOf(baton, ben), [])
  assert.equal(baton.mails.length, 0)
})

test('what is read now comes into the app, and is neither delivered again nor mailed', async (t) => {
  const { baton, ann, ben } = await start(t)
  const thread = await opens(baton, ann, asking())
  await opens(baton, ann, { title: 'Names', body: 'What does @ben think?' })
  await baton.call(ann, 'POST', '/threads/2/posts', { body: 'More.' })
  await baton.settle()
  const read = await baton.call(ben, 'POST', '/held/read', {})
  assert.deepEqual(read.body, { count: 2, threads: [1, 2], held: { count: 0, nextDelivery: moment, earliestDue: null, byReason: {} } })
  assert.equal((await inboxOf(baton, ben)).length, 2)
  assert.equal((await baton.call(ben, 'GET', '/inbox/threads')).body.items.length, 1)
  assert.equal((await baton.call(ben, 'GET', `/asks/${thread.asks[0].id}`)).body.deliveredAt, '2026-11-23T10:00:00Z')
  await at(baton, moment)
  assert.equal(baton.mails.length, 0)
  assert.deepEqual(
    (await deliveriesOf(baton, ben)).map(({ kind }) => kind),
    ['read now'],
  )
})

test('what was opened where it stands is not delivered again; an ask is there all the same', async (t) => {
  const { baton, ann, ben } = await start(t)
  await opens(baton, ann, asking())
  await opens(baton, ann, { title: 'Names', body: 'What does @ben think?' })
  await baton.call(ann, 'POST', '/threads/2/posts', { body: 'More.' })
  await baton.settle()
  await baton.call(ben, 'PUT', '/threads/1/read', { seq: 1 })
  await baton.call(ben, 'PUT', '/threads/2/read', { seq: 2 })
  await at(baton, moment)
  assert.deepEqual(
    (await inboxOf(baton, ben)).map(({ why }: { why: string }) => why),
    ['ask'],
  )
  assert.deepEqual((await baton.call(ben, 'GET', '/today')).body.needsYou.length, 1)
  assert.deepEqual(await deliveriesOf(baton, ben), [])
  assert.equal(baton.mails.length, 0)
})

test('an ask that is answered before it comes is not delivered any more', async (t) => {
  const { baton, ann, ben } = await start(t)
  const thread = await opens(baton, ann, asking())
  await baton.settle()
  await baton.call(ben, 'POST', `/asks/${thread.asks[0].id}/answer`, { body: 'Yes.' })
  await at(baton, moment)
  assert.deepEqual(await inboxOf(baton, ben), [])
  assert.equal(baton.mails.filter(({ to }) => to.includes('ben@halyard.example')).length, 0)
  assert.deepEqual(
    (await inboxOf(baton, ann)).map(({ why }: { why: string }) => why),
    ['answer'],
  )
})

test('Today answers in as many statements however many asks there are', async (t) => {
  const { baton, ann, ben } = await start(t)
  await opens(baton, ann, asking())
  await at(baton, moment)
  const few = await baton.statements(() => baton.call(ben, 'GET', '/today'))
  for (let count = 0; count < 5; count += 1) await opens(baton, ann, asking())
  await at(baton, '2026-11-24T09:00:00Z')
  const many = await baton.statements(() => baton.call(ben, 'GET', '/today'))
  assert.equal((await baton.call(ben, 'GET', '/today')).body.needsYou.length, 6)
  assert.equal(many.length, few.length)
  assert.equal(many.length, 11, many.join('\n'))
})

test('the inbox answers in three statements beside sign-in, however many items there are', async (t) => {
  const { baton, ann, ben } = await start(t)
  for (let count = 0; count < 4; count += 1) await opens(baton, ann, asking())
  await at(baton, moment)
  await baton.call(ben, 'GET', '/inbox')
  const statements = await baton.statements(() => baton.call(ben, 'GET', '/inbox'))
  assert.equal(statements.length, 4, statements.join('\n'))
})

test('a post costs the same rows whether three or three hundred follow', async (t) => {
  const { baton, ann } = await start(t)
  const { number } = await opens(baton, ann)
  const rowsWritten = async (): Promise<number> => {
    let rows = 0
    for (const table of ['inbox_items', 'events', 'posts', 'mentions', 'delivery_moments', 'mails', 'deliveries'] as const) {
      const counted = await baton.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow()
      rows += Number(counted.count)
    }
    return rows
  }
  const cost = async (): Promise<number> => {
    const before = await rowsWritten()
    await baton.call(ann, 'POST', `/threads/${number}/posts`, { body: 'And?' })
    await baton.settle()
    return (await rowsWritten()) - before
  }
  const alone = await cost()
  const { thread_id } = await baton.db.selectFrom('posts').select('thread_id').limit(1).executeTakeFirstOrThrow()
  for (let count = 0; count < 300; count += 1) {
    const id = crypto.randomUUID()
    await baton.db
      .insertInto('people')
      .values({ workspace_id: 1, id, handle: `p${count}`, name: `P ${count}`, role: 'member', created_at: baton.clock.now() })
      .execute()
    await baton.db
      .insertInto('thread_follows')
      .values({ workspace_id: 1, person_id: id, thread_id, level: 'digest', set_at: baton.clock.now() })
      .execute()
  }
  assert.equal(await cost(), alone)
})
