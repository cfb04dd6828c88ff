import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { drainOutbox } from '#platform/events/drain-outbox.ts'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { expireAsks } from './commands/expire-asks.ts'
import { followFacts } from './commands/follow-facts.ts'
import { markDelivered } from './commands/mark-delivered.ts'
import { replanUndelivered } from './commands/replan-undelivered.ts'
import { askJobs } from './jobs.ts'

const SENT = '2026-11-23T19:00:00Z'
const week = (hours: string[][]) => Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, hours]))
let baton: Baton
let ann: Someone
let bo: Someone
let caio: Someone
let dee: Someone

before(async () => {
  baton = await startBaton({ at: SENT })
  ann = await baton.setup()
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
})
let round = 0
beforeEach(async () => {
  baton.clock.set(SENT)
  round += 1
  bo = await baton.person({ handle: `bo${round}`, name: 'Bo Rao', timeZone: 'Asia/Kolkata' })
  caio = await baton.person({ handle: `caio${round}`, name: 'Caio Lima', timeZone: 'America/Sao_Paulo' })
  dee = await baton.person({ handle: `dee${round}`, name: 'Dee', timeZone: 'Europe/Lisbon' })
  await follow()
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

/** Handles what was recorded, until nothing follows any more. Returns the types of the facts about asks. */
async function follow(): Promise<string[]> {
  const types: string[] = []
  const log = {
    info: () => {},
    warn: () => {},
    error: (fields: object) => assert.fail(JSON.stringify(fields, Object.getOwnPropertyNames(fields))),
  }
  for (;;) {
    const now = baton.clock.now()
    const events = await drainOutbox({ db: baton.db, workspaceId: 1, now, until: now, handlers: [followFacts], log })
    if (events.length === 0) return types
    types.push(...events.map(({ type }) => type).filter((type) => type.startsWith('ask.') && type !== 'ask.made'))
  }
}

async function ask({
  by = caio,
  space = 'ops',
  to = bo,
  ...more
}: {
  by?: Someone
  space?: string
  to?: Someone
  dri?: string
  neededBy?: unknown
  attention?: string
  reason?: string
  meanwhile?: string
} = {}) {
  const { dri, ...wanted } = more
  const opened = await baton.call(by, 'POST', '/threads', {
    space,
    title: 'Which?',
    body: 'Two stand.',
    ...(dri ? { dri } : {}),
    asks: [{ to: to.handle, verb: 'decide', text: 'Choose.', ...wanted }],
  })
  assert.equal(opened.status, 201, JSON.stringify(opened.body))
  await follow()
  return { id: opened.body.asks[0].id as string, number: opened.body.number as number, post: opened.body.posts.items[0].id as string }
}

const read = async ({ id }: { id: string }, who = ann) => (await baton.call(who, 'GET', `/asks/${id}`)).body
const deliver = (id: string) => baton.db.transaction().execute((tx) => markDelivered(tx, 1, { askIds: [id], at: baton.clock.now() }))
const setHours = async (who: Someone, calendar: object) =>
  assert.equal((await baton.call(who, 'PUT', '/people/me/calendar', calendar)).status, 200)
const leave = async (who: Someone) => assert.equal((await baton.call(ann, 'PATCH', `/people/${who.handle}`, { active: false })).status, 200)

test('asks of somebody who is deactivated return to who asked, with the reason, due as if asked of themselves', async () => {
  const made = await ask({ neededBy: { in: 2 } })
  await leave(bo)
  assert.deepEqual(await follow(), ['ask.owner_lost'])
  const body = await read(made)
  assert.deepEqual([body.state, body.owner.handle, body.to.handle], ['open', caio.handle, bo.handle])
  assert.deepEqual([body.passes.length, body.passes[0].by, body.passes[0].note], [1, null, 'Whoever had it no longer has an account here.'])
  assert.deepEqual([body.due, body.firstDue], ['2026-11-25T20:00:00Z', '2026-11-26T11:30:00Z'])
})

test('where who asked is gone as well, who decides in the thread has it, else the space it stands in; where nobody is left, it ends', async () => {
  const own = `own${round}`
  await baton.call(caio, 'POST', '/spaces', { slug: own, name: 'Own' })
  const decided = await ask({ dri: dee.handle })
  const spaced = await ask()
  const lost = await ask({ space: own })
  await leave(caio)
  await leave(bo)
  assert.deepEqual((await follow()).toSorted(), ['ask.owner_lost', 'ask.owner_lost', 'ask.withdrawn'])
  assert.equal((await read(decided)).owner.handle, dee.handle)
  const { state, owner, may } = await read(spaced)
  assert.deepEqual([state, owner.slug, may.take], ['open', 'ops', true])
  const ended = await read(lost)
  assert.deepEqual([ended.state, ended.settled.by], ['withdrawn', null])
  assert.match(ended.reason, /no longer has an account here, and nobody is left/)
  await leave(dee)
  assert.deepEqual(await follow(), ['ask.owner_lost'])
  assert.equal((await read(decided)).owner.slug, 'ops')
})

test('whoever may no longer read the thread has no ask in it: taken out, made a guest, or the space closed', async () => {
  const slug = `den${round}`
  await baton.call(ann, 'POST', '/spaces', { slug, name: 'Den', visibility: 'private' })
  for (const who of [bo, caio]) await baton.call(ann, 'PUT', `/spaces/${slug}/members/${who.handle}`)
  const taken = await ask({ space: slug })
  assert.equal((await baton.call(ann, 'DELETE', `/spaces/${slug}/members/${bo.handle}`)).status, 200)
  assert.deepEqual(await follow(), ['ask.owner_lost'])
  const body = await read(taken)
  assert.deepEqual([body.owner.handle, body.passes[0].note], [caio.handle, 'Whoever had it may no longer read the thread.'])

  const open = `open${round}`
  await baton.call(ann, 'POST', '/spaces', { slug: open, name: 'Open' })
  await baton.call(caio, 'PUT', `/spaces/${open}/members/${caio.handle}`)
  const closed = await ask({ space: open })
  assert.equal((await baton.call(ann, 'PATCH', `/spaces/${open}`, { visibility: 'private' })).status, 200)
  assert.deepEqual(await follow(), ['ask.owner_lost'])
  assert.equal((await read(closed)).owner.handle, caio.handle)

  const demoted = await ask()
  assert.equal((await baton.call(ann, 'PATCH', `/people/${bo.handle}`, { role: 'guest' })).status, 200)
  assert.deepEqual(await follow(), ['ask.owner_lost'])
  assert.equal((await read(demoted)).owner.handle, caio.handle)
})

test('a space that is archived takes its asks back, settled ones stay as they were', async () => {
  const slug = `end${round}`
  await baton.call(ann, 'POST', '/spaces', { slug, name: 'End' })
  const [openAsk, answered] = [await ask({ space: slug }), await ask({ space: slug })]
  await baton.call(bo, 'POST', `/asks/${answered.id}/answer`, { body: 'Yes.' })
  await baton.call(ann, 'PATCH', `/spaces/${slug}`, { archived: true })
  assert.deepEqual(await follow(), ['ask.answered', 'ask.withdrawn'])
  const body = await read(openAsk)
  assert.deepEqual([body.state, body.reason, body.settled.by.handle], ['withdrawn', 'The space was archived.', 'ann'])
  assert.equal((await read(answered)).state, 'answered')
  assert.equal((await baton.call(caio, 'POST', `/threads/${openAsk.number}/posts`, { body: 'More?' })).status, 409)
})

test('a deleted post takes its asks along, and what they said', async () => {
  const made = await ask({ meanwhile: 'Read the log.' })
  assert.equal((await baton.call(caio, 'DELETE', `/posts/${made.post}`)).status, 200)
  assert.deepEqual(await follow(), ['ask.withdrawn'])
  const body = await read(made)
  assert.deepEqual([body.state, body.reason, body.settled.by.handle], ['withdrawn', 'The post it was made in was deleted.', caio.handle])
  assert.deepEqual([body.text, body.meanwhile], ['', null])
})

test('an ask that has not come is planned anew by new hours; the fact says whether it moved by a working day', async () => {
  const made = await ask()
  assert.deepEqual([(await read(made)).deliverAt, (await read(made)).due], ['2026-11-24T03:30:00Z', '2026-11-25T11:30:00Z'])
  await setHours(bo, { timeZone: 'Asia/Kolkata', weekly: week([['10:00', '18:00']]) })
  assert.deepEqual(await follow(), ['ask.replanned'])
  const later = await read(made)
  assert.deepEqual([later.deliverAt, later.due, later.firstDue], ['2026-11-24T04:30:00Z', '2026-11-25T12:30:00Z', '2026-11-25T11:30:00Z'])
  await setHours(bo, { timeZone: 'Asia/Kolkata', weekly: week([['10:00', '18:00']]), away: [{ from: '2026-11-24', to: '2026-11-27' }] })
  assert.deepEqual(await follow(), ['ask.replanned'])
  const away = await read(made)
  assert.deepEqual([away.deliverAt, away.due], ['2026-11-30T04:30:00Z', '2026-12-01T12:30:00Z'])
  const told = await baton.db.selectFrom('events').select('subject').where('type', '=', 'ask.replanned').orderBy('position').execute()
  assert.deepEqual(
    told.map(({ subject }) => (subject as { byADay: boolean }).byADay),
    [false, true],
  )
  await setHours(bo, {
    timeZone: 'Asia/Kolkata',
    weekly: week([['10:00', '18:00']]),
    away: [{ from: '2026-11-24', to: '2026-11-27' }],
    urgentOutside: true,
  })
  assert.deepEqual(await follow(), [])
})

test('for an ask that has come, new hours never move due later, and delivery stands', async () => {
  const made = await ask({ neededBy: { in: 2 } })
  baton.clock.set('2026-11-24T03:30:00Z')
  await deliver(made.id)
  await setHours(bo, { timeZone: 'Asia/Kolkata', weekly: week([['09:00', '17:00']]), away: [{ from: '2026-11-25', to: '2026-11-27' }] })
  assert.deepEqual(await follow(), ['ask.replanned'])
  const later = await read(made)
  assert.deepEqual([later.deliverAt, later.due, later.unreachable], ['2026-11-24T03:30:00Z', '2026-11-26T11:30:00Z', false])
  await setHours(bo, { timeZone: 'Asia/Kolkata', weekly: week([['09:00', '15:00']]) })
  assert.deepEqual(await follow(), ['ask.replanned'])
  const earlier = await read(made)
  assert.deepEqual([earlier.deliverAt, earlier.due], ['2026-11-24T03:30:00Z', '2026-11-26T09:30:00Z'])
})

test('an ask planned just while the hours changed is planned by the new ones', async () => {
  const opened = await baton.call(caio, 'POST', '/threads', {
    space: 'ops',
    title: 'Which?',
    body: 'B',
    asks: [{ to: bo.handle, verb: 'do', text: 'It.' }],
  })
  // As if the change had been committed, and handled, before the ask was.
  const hours = {
    timeZone: 'Asia/Kolkata',
    travel: [],
    weekly: week([['11:00', '17:00']]),
    overrides: {},
    away: [],
    focus: { weekly: {}, blocks: [] },
    deliveries: ['start'],
    urgentOutside: false,
  }
  await baton.db
    .updateTable('calendars')
    .set({ calendar: JSON.stringify(hours), version: 9, changed_at: baton.clock.now() })
    .where('person_id', '=', bo.id)
    .execute()
  assert.deepEqual(await follow(), ['ask.replanned'])
  assert.equal((await read({ id: opened.body.asks[0].id })).deliverAt, '2026-11-24T05:30:00Z')
})

test('an ask made or passed just while its owner lost sight of it returns, and ends where its space was just archived', async () => {
  const made = await ask({ to: dee })
  await baton.db.updateTable('people').set({ role: 'guest' }).where('id', '=', bo.id).execute()
  // The guard saw the world before; what is recorded is looked at again in the world as it is.
  await baton.db.updateTable('asks').set({ owner_id: bo.id }).where('id', '=', made.id).execute()
  const subject = JSON.stringify({ askId: made.id })
  const fact = (id: string) => ({ workspace_id: 1, id, type: 'ask.passed', subject, happened_at: baton.clock.now() })
  await baton.db.insertInto('events').values(fact(made.post)).execute()
  await baton.db.insertInto('outbox').values({ workspace_id: 1, event_id: made.post, recorded_at: baton.clock.now() }).execute()
  assert.deepEqual(await follow(), ['ask.passed', 'ask.owner_lost'])
  assert.equal((await read(made)).owner.handle, caio.handle)
})

test('somebody who never works is asked all the same, and the ask comes once they do', async () => {
  await setHours(bo, { timeZone: 'Asia/Kolkata', weekly: {} })
  await follow()
  const made = await ask()
  const never = await read(made)
  assert.deepEqual([never.deliverAt, never.due, never.tight, never.unreachable, never.state], [null, null, false, false, 'open'])
  baton.clock.advance({ hours: 24 })
  await setHours(bo, { timeZone: 'Asia/Kolkata', weekly: week([['09:00', '17:00']]) })
  assert.deepEqual(await follow(), ['ask.replanned'])
  assert.deepEqual([(await read(made)).deliverAt, (await read(made)).due], ['2026-11-25T03:30:00Z', '2026-11-25T11:30:00Z'])
})

test('everything that is still to come can be planned anew; nothing changes when nothing changed, and what is late is left alone', async () => {
  const whens = [undefined, 'whenever', { on: '2026-11-22' }]
  const made = []
  for (const neededBy of whens) made.push(await ask({ to: dee, ...(neededBy ? { neededBy } : {}) }))
  const again = () => baton.db.transaction().execute((tx) => replanUndelivered(tx, { workspaceId: 1, now: baton.clock.now() }))
  const before = await Promise.all(made.map((one) => read(one)))
  for (const hours of [3, 60]) {
    baton.clock.advance({ hours })
    await again()
    assert.deepEqual(await Promise.all(made.map((one) => read(one))), before)
  }
})

test('an ask ends by itself after the fifth working day behind due, once, and says so', async () => {
  const made = await ask()
  const [job] = askJobs
  assert.ok(job)
  const due = Temporal.Instant.from('2026-12-02T11:30:00Z')
  const next = async () => (await job.next({ db: baton.db, workspaceId: 1, now: baton.clock.now() }))?.toString()
  const other = await baton.db
    .selectFrom('asks')
    .select('expires_at')
    .where('state', '=', 'open')
    .orderBy('expires_at')
    .limit(1)
    .executeTakeFirst()
  assert.equal(await next(), other?.expires_at.toString())
  baton.clock.set('2026-12-02T11:29:59Z')
  await expireAsks({ db: baton.db, workspaceId: 1, due: baton.clock.now() })
  assert.equal((await read(made)).state, 'open')
  baton.clock.set('2026-12-02T12:00:00Z')
  await Promise.all([1, 2].map(() => expireAsks({ db: baton.db, workspaceId: 1, due })))
  const body = await read(made)
  assert.deepEqual([body.state, body.settled], ['expired', { by: null, at: '2026-12-02T11:30:00Z' }])
  assert.ok((await follow()).includes('ask.expired'))
  const answer = await baton.call(bo, 'POST', `/asks/${made.id}/answer`, { body: 'Late.' })
  assert.deepEqual([answer.status, answer.body.code, answer.body.by], [409, 'ask.already_settled', null])
})
