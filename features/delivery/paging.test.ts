import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

const night = '2026-11-24T03:00:00Z'
const around = { start: '2026-11-23T18:00:00Z', end: '2026-11-24T18:00:00Z' }

interface Team {
  readonly baton: Baton
  /** Asks; Bo is asked. Both work in Lisbon. */
  readonly ann: Someone
  readonly bo: Someone
  /** On shift tonight, first and second layer, both asleep in Lisbon. */
  readonly cy: Someone
  readonly dee: Someone
  /** In the rotation and on no shift: Eve works in Tokyo while it is night in Lisbon, Fay sleeps. */
  readonly eve: Someone
  readonly fay: Someone
}

async function start(t: TestContext, { at = night } = {}): Promise<Team> {
  const baton = await startBaton({ at: '2026-11-23T10:00:00Z', mail: true })
  t.after(() => baton.close())
  const team = {
    baton,
    ann: await baton.setup(),
    bo: await baton.person({ handle: 'bo', name: 'Bo Lind' }),
    cy: await baton.person({ handle: 'cy', name: 'Cy Duarte' }),
    dee: await baton.person({ handle: 'dee', name: 'Dee Osei' }),
    eve: await baton.person({ handle: 'eve', name: 'Eve Sato', timeZone: 'Asia/Tokyo' }),
    fay: await baton.person({ handle: 'fay', name: 'Fay Roy' }),
  }
  await baton.call(team.ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(team.cy, 'POST', '/rotations', { slug: 'pager', name: 'Pager' })
  for (const handle of ['dee', 'eve', 'fay']) await baton.call(team.cy, 'PUT', `/rotations/pager/members/${handle}`)
  for (const [person, layer] of [
    ['cy', 1],
    ['dee', 2],
  ] as const)
    assert.equal((await baton.call(team.cy, 'POST', '/rotations/pager/shifts', { person, layer, ...around })).status, 201)
  await baton.call(team.ann, 'PATCH', '/spaces/ops', { rotation: 'pager' })
  await baton.settle()
  await go(baton, at)
  return team
}

async function go(baton: Baton, at: string): Promise<void> {
  baton.clock.set(at)
  await baton.settle()
}

const outage = (baton: Baton, who: Someone, ask: object = {}, thread: object = {}): Promise<Answer> =>
  baton.call(who, 'POST', '/threads', {
    space: 'ops',
    title: 'Sign-in is down',
    body: 'Since ten to three.',
    ...thread,
    asks: [{ to: 'bo', verb: 'do', text: 'Bring it back', attention: 'urgent', reason: 'Nobody can sign in', ...ask }],
  })

async function send(baton: Baton, who: Someone, ask: object = {}, thread: object = {}) {
  const { status, body } = await outage(baton, who, ask, thread)
  assert.equal(status, 201, JSON.stringify(body))
  await baton.settle()
  return { id: body.asks[0].id as string, number: body.number as number }
}

const ask = async (baton: Baton, who: Someone, id: string) => (await baton.call(who, 'GET', `/asks/${id}`)).body
const pagesOf = async ({ baton, ann }: Team, id: string): Promise<string[]> =>
  (await ask(baton, ann, id)).paging.pages.map(
    ({ person, at }: { person: { handle: string }; at: string }) => `${person.handle} ${at.slice(11, 16)}`,
  )
const whys = async ({ baton }: Team, who: Someone): Promise<string[]> =>
  (await baton.call(who, 'GET', '/inbox')).body.items.map(({ why }: { why: string }) => why).toSorted()
const mailsTo = (baton: Baton, { handle }: Someone) => baton.mails.filter(({ to }) => to.includes(`${handle}@halyard.example`))
const acknowledge = (baton: Baton, who: Someone, id: string) => baton.call(who, 'POST', `/asks/${id}/acknowledge`)

/** The worker looks every minute from now on, for so many minutes. */
async function pass(baton: Baton, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    baton.clock.advance({ minutes: 1 })
    await baton.settle()
  }
}

test('an outage at 03:00 reaches exactly the one person on shift, at once and by mail', async (t) => {
  const team = await start(t)
  const { baton, ann, bo, cy, dee, eve, fay } = team
  const before = baton.mails.length
  const preview = await baton.call(ann, 'POST', '/attention/preview', { to: ['bo'], space: 'ops', attention: 'urgent' })
  const [item] = preview.body.items
  assert.deepEqual([item.attention, item.interrupts, item.deliverAt], ['timely', null, '2026-11-24T09:00:00Z'])
  assert.deepEqual(
    [item.onCall.person.handle, item.onCall.rotation.slug, item.onCall.interrupts, item.onCall.incident, item.onCall.localAt],
    ['cy', 'pager', 'off hours', null, '2026-11-24T03:00:00+00:00'],
  )
  const { id, number } = await send(baton, ann)
  assert.deepEqual(await whys(team, cy), ['page'])
  for (const other of [bo, dee, eve, fay]) assert.deepEqual(await whys(team, other), [], other.handle)
  assert.deepEqual(
    baton.mails.slice(before).map(({ to }) => to.join()),
    ['cy@halyard.example'],
  )
  assert.equal(mailsTo(baton, cy).at(-1)?.headers.get('subject'), 'Urgent: Ann Mori asks you now')
  assert.match(mailsTo(baton, cy).at(-1)?.text ?? '', /Bring it back[^]*Nobody can sign in/)
  const sent = await ask(baton, ann, id)
  assert.deepEqual([sent.owner.handle, sent.interrupts, sent.deliverAt], ['bo', false, '2026-11-24T09:00:00Z'])
  assert.deepEqual(
    [sent.paging.state, sent.paging.next, sent.paging.until, sent.paging.incident],
    ['paging', '2026-11-24T03:05:00Z', '2026-11-24T05:00:00Z', number],
  )
  assert.equal((await baton.call(ann, 'GET', `/threads/${number}`)).body.kind, 'incident')

  baton.clock.advance({ minutes: 2 })
  const taken = await acknowledge(baton, cy, id)
  assert.deepEqual([taken.status, taken.body.owner.handle, taken.body.paging.state], [200, 'cy', 'acknowledged'])
  await baton.settle()
  await pass(baton, 10)
  assert.deepEqual(await pagesOf(team, id), ['cy 03:00'])
  assert.deepEqual([await whys(team, cy), await whys(team, bo)], [['ask'], []])
  await go(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual(await whys(team, bo), ['taken'], 'who it was meant for is told, in their own day')
  assert.deepEqual(baton.faults, [])
})

test('unacknowledged it pages layer by layer, then whoever works, never anybody else; after two hours the sender is told', async (t) => {
  const team = await start(t)
  const { baton, ann, bo, fay } = team
  const { id } = await send(baton, ann)
  await pass(baton, 19)
  assert.deepEqual(await pagesOf(team, id), ['cy 03:00', 'dee 03:05', 'eve 03:10', 'cy 03:15'])
  await pass(baton, 101)
  const pages = await pagesOf(team, id)
  assert.equal(pages.length, 24)
  assert.equal(pages.at(-1), 'eve 04:55')
  const sent = await ask(baton, ann, id)
  assert.deepEqual([sent.paging.state, sent.paging.next, sent.owner.handle, sent.state], ['unacknowledged', null, 'bo', 'open'])
  await pass(baton, 30)
  assert.equal((await pagesOf(team, id)).length, 24)
  for (const other of [bo, fay]) assert.deepEqual([await whys(team, other), mailsTo(baton, other).length], [[], 0], other.handle)
  assert.deepEqual(await whys(team, team.cy), ['page'], 'however often somebody was paged, it stands in their inbox once')
  await go(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual((await whys(team, ann)).includes('unacknowledged'), true)
  assert.equal((await acknowledge(baton, team.cy, id)).body.owner.handle, 'cy', 'what nobody took may still be taken')
  assert.deepEqual(baton.faults, [])
})

test('a receiver who works is interrupted first; the rotation is paged when they do not acknowledge it', async (t) => {
  const team = await start(t, { at: '2026-11-24T10:00:00Z' })
  const { baton, ann, bo, cy } = team
  const { id, number } = await send(baton, ann)
  assert.deepEqual([await whys(team, bo), await whys(team, cy)], [['ask'], []])
  assert.equal((await baton.call(ann, 'GET', `/threads/${number}`)).body.kind, 'discussion')
  assert.equal((await ask(baton, ann, id)).paging.incident, null)
  await baton.call(ann, 'POST', `/threads/${number}/posts`, { body: 'Nobody can sign in from anywhere.' })
  await pass(baton, 4)
  assert.deepEqual(await pagesOf(team, id), ['bo 10:00'])
  await pass(baton, 1)
  assert.deepEqual(await pagesOf(team, id), ['bo 10:00', 'cy 10:05'])
  assert.equal((await baton.call(ann, 'GET', `/threads/${number}`)).body.kind, 'incident')
  const found = async (q: string): Promise<string[]> =>
    (await baton.call(ann, 'GET', `/search?q=${encodeURIComponent(q)}`)).body.items.map(({ type }: { type: string }) => type)
  assert.deepEqual((await found('is:incident sign ')).toSorted(), ['post', 'thread'], 'what was written before is found as an incident')
  assert.deepEqual(await found('is:discussion sign '), [])
  assert.equal((await acknowledge(baton, bo, id)).body.owner.handle, 'bo')
  await pass(baton, 10)
  assert.equal((await pagesOf(team, id)).length, 2)
  assert.deepEqual(await whys(team, cy), [], 'nobody else has to look at it any more')
})

test('of two who are called one takes it, and the other is told who', async (t) => {
  const team = await start(t)
  const { baton, ann, cy, dee, fay } = team
  const { id } = await send(baton, ann)
  await pass(baton, 5)
  assert.equal((await acknowledge(baton, fay, id)).status, 403)
  const answers = await Promise.all([acknowledge(baton, cy, id), acknowledge(baton, dee, id)])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  )
  const refused = answers.find(({ status }) => status === 409)
  assert.equal(refused?.body.code, 'ask.taken')
  assert.match(refused?.body.detail, /^(Cy Duarte|Dee Osei) has this already/)
  const { owner, passes } = await ask(baton, ann, id)
  assert.equal(passes.length, 1)
  assert.equal((await acknowledge(baton, owner.handle === 'cy' ? cy : dee, id)).status, 200, 'once more changes nothing')
})

test('with nobody on call it goes as timely, and the preview says so before', async (t) => {
  const team = await start(t, { at: '2026-11-24T20:00:00Z' })
  const { baton, ann, bo, cy } = team
  const preview = await baton.call(ann, 'POST', '/attention/preview', { to: ['bo'], space: 'ops', attention: 'urgent' })
  assert.deepEqual([preview.body.items[0].onCall, preview.body.items[0].attention], [null, 'timely'])
  const { id } = await send(baton, ann)
  await pass(baton, 10)
  assert.deepEqual([(await ask(baton, ann, id)).paging, await whys(team, bo), await whys(team, cy)], [null, [], []])
  await go(baton, '2026-11-25T09:00:00Z')
  assert.deepEqual(await whys(team, bo), ['ask'])
})

test('a space without a rotation calls the workspace’s', async (t) => {
  const team = await start(t)
  const { baton, ann, cy } = team
  await baton.call(ann, 'POST', '/spaces', { slug: 'sales', name: 'Sales' })
  const previewed = async () =>
    (await baton.call(ann, 'POST', '/attention/preview', { to: ['bo'], space: 'sales', attention: 'urgent' })).body.items[0].onCall?.person
      .handle
  assert.equal(await previewed(), undefined)
  await baton.call(ann, 'PATCH', '/rotations/pager', { wholeWorkspace: true })
  assert.equal(await previewed(), 'cy')
  await send(baton, ann, {}, { space: 'sales' })
  assert.deepEqual(await whys(team, cy), ['page'])
})

test('whoever may not read where it stands is not called, and who sends it never is', async (t) => {
  const team = await start(t)
  const { baton, ann, cy, dee, eve } = team
  await baton.call(ann, 'POST', '/spaces', { slug: 'quiet', name: 'Quiet', visibility: 'private' })
  for (const handle of ['bo', 'dee']) await baton.call(ann, 'PUT', `/spaces/quiet/members/${handle}`)
  await baton.call(ann, 'PATCH', '/spaces/quiet', { rotation: 'pager' })
  const { id } = await send(baton, ann, {}, { space: 'quiet' })
  await pass(baton, 21)
  assert.deepEqual(new Set((await pagesOf(team, id)).map((page) => page.slice(0, 3))), new Set(['dee']))
  assert.deepEqual([await whys(team, cy), await whys(team, eve)], [[], []])
  const own = await send(baton, dee, {}, { space: 'quiet' })
  assert.equal((await ask(baton, dee, own.id)).paging, null)
})

test('further urgents join an incident that is open and page nobody, unless they are another matter', async (t) => {
  const team = await start(t)
  const { baton, ann, cy, fay } = team
  const first = await send(baton, ann)
  await acknowledge(baton, cy, first.id)
  await baton.settle()
  const preview = await baton.call(fay, 'POST', '/attention/preview', { to: ['bo'], space: 'ops', attention: 'urgent' })
  assert.deepEqual(preview.body.items[0].onCall.incident, { number: first.number, title: 'Sign-in is down' })
  const second = await send(baton, fay, {}, { title: 'Cannot sign in' })
  await pass(baton, 10)
  const joined = await ask(baton, fay, second.id)
  assert.deepEqual([joined.paging.state, joined.paging.incident, joined.paging.pages], ['joined', first.number, []])
  assert.equal((await baton.call(fay, 'GET', `/threads/${second.number}`)).body.kind, 'discussion')
  const third = await send(baton, fay, { anotherMatter: true }, { title: 'The disk is full' })
  assert.deepEqual(await pagesOf(team, third.id), ['cy 03:10'])
  assert.deepEqual(
    (await baton.call(fay, 'GET', '/incidents')).body.items.map(({ number }: { number: number }) => number),
    [third.number, first.number],
  )
  await baton.call(cy, 'POST', `/asks/${first.id}/answer`, { body: 'It is back.' })
  await acknowledge(baton, cy, third.id)
  await baton.call(cy, 'POST', `/asks/${third.id}/answer`, { body: 'Emptied.' })
  const fourth = await send(baton, ann, {}, { title: 'Down again' })
  assert.deepEqual(await pagesOf(team, fourth.id), ['cy 03:10'], 'once nothing is open, whoever is on call is paged again')
})

test('an incident that nobody took does not hold up the next one', async (t) => {
  const team = await start(t)
  const { baton, ann } = team
  await send(baton, ann)
  await pass(baton, 120)
  const next = await send(baton, ann, {}, { title: 'Still down' })
  assert.deepEqual(await pagesOf(team, next.id), ['cy 05:00'])
})

test('nobody joins an incident they may not read', async (t) => {
  const team = await start(t)
  const { baton, ann, cy, fay } = team
  await baton.call(ann, 'POST', '/spaces', { slug: 'quiet', name: 'Quiet', visibility: 'private' })
  for (const handle of ['bo', 'cy']) await baton.call(ann, 'PUT', `/spaces/quiet/members/${handle}`)
  await baton.call(ann, 'PATCH', '/spaces/quiet', { rotation: 'pager' })
  const hidden = await send(baton, ann, {}, { space: 'quiet' })
  const preview = await baton.call(fay, 'POST', '/attention/preview', { to: ['bo'], space: 'ops', attention: 'urgent' })
  assert.equal(preview.body.items[0].onCall.incident, null)
  const open = await send(baton, fay)
  assert.equal((await pagesOf(team, open.id)).length, 1)
  assert.deepEqual(
    (await baton.call(fay, 'GET', '/incidents')).body.items.map(({ number }: { number: number }) => number),
    [open.number],
  )
  assert.equal((await baton.call(fay, 'GET', `/incidents/${hidden.number}`)).status, 404)
  assert.equal((await baton.call(cy, 'GET', `/incidents/${hidden.number}`)).status, 200)
})

test('of two causes at once the second finds the incident of the first', async (t) => {
  const { baton, ann, fay } = await start(t)
  const answers = await Promise.all([outage(baton, ann), outage(baton, fay)])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201],
  )
  await baton.settle()
  assert.equal((await baton.call(ann, 'GET', '/incidents')).body.items.length, 1)
})

test('an incident tells what happened in order, to its end', async (t) => {
  const team = await start(t)
  const { baton, ann, cy, dee, fay } = team
  const { id, number } = await send(baton, ann)
  await pass(baton, 5)
  await acknowledge(baton, dee, id)
  await baton.settle()
  const joined = await send(baton, fay, {}, { title: 'Me too' })
  await baton.call(dee, 'POST', `/asks/${id}/pass`, { to: 'cy', note: 'My shift is over' })
  await baton.settle()
  const open = await baton.call(ann, 'GET', `/incidents/${number}`)
  assert.deepEqual([open.body.state, open.body.owner.handle, open.body.declaredBy.handle], ['open', 'cy', 'ann'])
  await baton.call(cy, 'POST', `/asks/${id}/answer`, { body: 'A certificate had expired.' })
  await baton.call(fay, 'POST', `/asks/${joined.id}/withdraw`, {})
  await baton.settle()
  const { body } = await baton.call(ann, 'GET', `/incidents/${number}`)
  const lines = body.timeline.map(
    ({
      what,
      by,
      to,
      number: from,
    }: {
      what: string
      by: { handle: string } | null
      to: { handle: string } | null
      number: number | null
    }) => [what, by?.handle, to?.handle, from].filter(Boolean).join(' '),
  )
  assert.deepEqual(lines, [
    'declared ann',
    'paged cy',
    'paged dee',
    'acknowledged dee',
    `joined fay ${joined.number}`,
    'handed dee cy',
    'answered cy',
    'resolved cy',
  ])
  assert.equal(body.state, 'resolved')
  assert.equal((await baton.call(ann, 'GET', '/incidents?state=open')).body.items.length, 0)
  assert.equal((await baton.call(ann, 'GET', '/incidents?state=resolved&rotation=pager')).body.items.length, 1)
  const absent = await baton.call(ann, 'GET', '/incidents?rotation=nemo')
  assert.deepEqual([absent.status, absent.body.code, absent.body.errors[0].path], [404, 'rotation.not_found', 'rotation'])
})

test('whoever was interrupted says once whether it had to be; nobody else is told', async (t) => {
  const team = await start(t)
  const { baton, ann, cy, dee } = team
  const { id } = await send(baton, ann)
  const judge = (who: Someone, yes: boolean) => baton.call(who, 'POST', `/asks/${id}/interrupted`, { yes })
  assert.equal((await judge(cy, true)).body.code, 'ask.still_urgent')
  await acknowledge(baton, cy, id)
  assert.equal((await judge(dee, true)).body.code, 'ask.not_interrupted')
  assert.deepEqual([(await ask(baton, cy, id)).may.judge, (await ask(baton, dee, id)).may.judge], [true, false])
  const said = await judge(cy, false)
  assert.deepEqual([said.status, said.body.interruption, said.body.may.judge], [200, { necessary: false }, false])
  assert.equal((await judge(cy, true)).body.code, 'ask.already_judged')
  assert.equal((await ask(baton, ann, id)).interruption, null)
  assert.deepEqual((await baton.call(cy, 'GET', '/interruptions')).body, { asks: 1, judged: 1, necessary: 0 })
  assert.deepEqual((await baton.call(ann, 'GET', '/interruptions')).body, { asks: 0, judged: 0, necessary: 0 })
  const facts = await baton.db.selectFrom('events').where('type', '=', 'ask.judged').select('subject').execute()
  assert.ok(!JSON.stringify(facts).includes('false') || !JSON.stringify(facts).includes('yes'), 'what was said is in no fact')
})

test('a worker that comes late pages one person, whoever is on shift then, and makes up for nothing', async (t) => {
  const team = await start(t)
  const { baton, ann, cy, dee, fay } = team
  await baton.call(cy, 'POST', '/rotations/pager/shifts', { person: 'fay', start: '2026-11-24T18:00:00Z', end: '2026-11-25T18:00:00Z' })
  await baton.settle()
  await go(baton, '2026-11-24T17:50:00Z')
  assert.equal((await outage(baton, ann)).status, 201)
  // Nothing runs until twenty past six: Cy's shift is over, and so is everybody's day.
  const before = baton.mails.length
  await go(baton, '2026-11-24T18:20:00Z')
  assert.deepEqual(
    baton.mails
      .slice(before)
      .filter(({ headers }) => headers.get('subject')?.startsWith('Urgent'))
      .map(({ to }) => to.join()),
    ['fay@halyard.example'],
  )
  assert.deepEqual([await whys(team, cy), await whys(team, dee), await whys(team, fay)], [[], [], ['page']])
  await pass(baton, 5)
  assert.equal((await baton.db.selectFrom('pages').selectAll().execute()).length, 2, 'Fay again: nobody else is on shift or at work')
})

test('a mail that could not be sent before a shift ended does not go into the night', async (t) => {
  const team = await start(t)
  const { baton, ann, cy } = team
  await go(baton, '2026-11-24T17:59:00Z')
  baton.mailServer?.behave(() => {
    throw Object.assign(new Error('later'), { responseCode: 451 })
  })
  await send(baton, ann)
  assert.deepEqual(await whys(team, cy), ['page'], 'in the app it is there')
  const before = mailsTo(baton, cy).length
  baton.mailServer?.behave(() => {})
  await pass(baton, 60)
  assert.equal(mailsTo(baton, cy).length, before)
})

test('nothing but what is urgent is delivered outside working time, and pages only to whoever is on shift or at work', async (t) => {
  const team = await start(t)
  const { baton, ann } = team
  await send(baton, ann)
  await baton.call(ann, 'POST', '/threads', {
    space: 'ops',
    title: 'Lunch',
    body: '@cy @dee @fay?',
    asks: [{ to: 'cy', verb: 'answer', text: 'Where?' }],
  })
  await pass(baton, 125)
  const rows = await baton.db
    .selectFrom('deliveries')
    .innerJoin('people', 'people.id', 'deliveries.person_id')
    .where('made_at', '>=', Temporal.Instant.from(night))
    .select(['people.handle', 'deliveries.kind'])
    .execute()
  const byNight = rows.filter(({ handle }) => handle !== 'eve')
  assert.ok(byNight.length > 10)
  assert.ok(byNight.every(({ kind }) => kind === 'urgent'))
  assert.deepEqual(new Set(byNight.map(({ handle }) => handle)), new Set(['cy', 'dee']))
})
