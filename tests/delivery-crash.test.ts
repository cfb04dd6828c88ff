import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type TestContext, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { catchPushes } from '#platform/testing/push-catcher.ts'
import { dieAt } from './crash/die-at.ts'
import { letGo } from './crash/let-go.ts'

const program = fileURLToPath(new URL('crash/dying-worker.ts', import.meta.url))

async function start(t: TestContext) {
  const [baton, service] = await Promise.all([startBaton({ at: '2026-11-23T10:00:00Z', mail: true }), catchPushes()])
  t.after(() => Promise.all([baton.close(), service.close()]))
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops', purpose: '' })
  await baton.call(ben, 'PUT', '/spaces/ops/follow', { level: 'digest' })
  const signedIn = await baton.call(null, 'POST', '/sign-in', { email: 'ben@halyard.example', password: 'seven quiet lanterns' })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  assert.equal((await baton.call(null, 'POST', '/push/devices', service.device('phone'), { cookie })).status, 201)
  await baton.settle()
  return { baton, service, ann, ben, cookie }
}

/** The same with a process of its own and the system's own kill. */
async function killAt(baton: Baton, steps: number): Promise<boolean> {
  const words = [baton.databaseUrl, baton.mailServer?.url ?? '', baton.clock.now().toString(), String(steps)]
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code, signal] = await once(child, 'exit')
  assert.ok(signal === 'SIGKILL' || code === 0, `the worker ended with ${code}`)
  await letGo(baton)
  return signal === 'SIGKILL'
}

interface Round {
  readonly moment: Temporal.Instant
  readonly asked: string
  readonly mentioned: string
  readonly followed: string
}

/** What waits for Ben until the next moment: an ask, a mention, and a post in a thread of a space he follows. */
async function prepare(baton: Baton, ann: Someone): Promise<Round> {
  const opens = async (more: object): Promise<string> =>
    (await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'A matter', body: 'Words.', ...more })).body.id
  const asked = await opens({ asks: [{ to: 'ben', verb: 'answer', text: 'Shall we?', neededBy: 'whenever' }] })
  const mentioned = await opens({ body: 'And @ben?' })
  const followed = await opens({})
  const { due_at: moment } = await baton.db
    .selectFrom('delivery_moments')
    .innerJoin('people', 'people.id', 'delivery_moments.person_id')
    .where('people.handle', '=', 'ben')
    .select('due_at')
    .executeTakeFirstOrThrow()
  return { moment, asked, mentioned, followed }
}

async function verify(baton: Baton, ben: Someone, { moment, ...threads }: Round): Promise<void> {
  const items = await baton.db
    .selectFrom('inbox_items')
    .selectAll()
    .where('person_id', '=', ben.id)
    .where('thread_id', 'in', Object.values(threads))
    .execute()
  assert.deepEqual(
    new Set(items.map(({ why, thread_id: thread }) => `${why} ${thread}`)),
    new Set([`ask ${threads.asked}`, `mention ${threads.mentioned}`]),
  )
  assert.equal(items.length, 2, 'nothing is doubled')
  assert.ok(
    items.every(({ delivered_at: at }) => at !== null),
    'nothing is lost',
  )
  const deliveries = await baton.db
    .selectFrom('deliveries')
    .selectAll()
    .where('person_id', '=', ben.id)
    .where('moment', '=', moment)
    .execute()
  assert.equal(deliveries.length, 1, 'one moment makes one delivery')
  const ask = await baton.db.selectFrom('asks').select('delivered_at').where('thread_id', '=', threads.asked).executeTakeFirstOrThrow()
  assert.notEqual(ask.delivered_at, null)
  const [followed] = (await baton.call(ben, 'GET', '/inbox/threads?limit=1')).body.items
  assert.equal(followed.posts, 1)
  const copies = baton.mails.filter(({ headers }) => headers.get('message-id') === `<${deliveries[0]?.id}@localhost>`)
  assert.ok(copies.length >= 1, 'no mail is lost')
  assert.ok(copies.length <= 2, 'one is doubled at most, under its own id')
  assert.match(copies[0]?.text ?? '', /Needs you[^]*Names you[^]*In threads you follow/)
  const mails = await baton.db
    .selectFrom('mails')
    .select('state')
    .where('delivery_id', '=', deliveries[0]?.id ?? '')
    .execute()
  assert.deepEqual(mails, [{ state: 'sent' }])
  const pushes = await baton.db
    .selectFrom('pushes')
    .select('state')
    .where('delivery_id', '=', deliveries[0]?.id ?? '')
    .execute()
  assert.deepEqual(pushes, [{ state: 'sent' }])
  const moments = await baton.db.selectFrom('delivery_moments').selectAll().where('person_id', '=', ben.id).execute()
  assert.equal(moments.length, 1, 'the next moment is planned, once')
}

/** Kills a worker before each of its statements in turn until one gets through, and lets another do the rest each time. Returns how many steps there are. */
async function throughEveryStep(t: TestContext, crash: (baton: Baton, steps: number) => Promise<boolean>, stride: number): Promise<number> {
  const { baton, service, ann, ben, cookie } = await start(t)
  for (let steps = 1; ; steps += stride) {
    const round = await prepare(baton, ann)
    service.pushes.length = 0
    // Somebody who looks now and then stays signed in.
    assert.equal((await baton.call(null, 'GET', '/me', undefined, { cookie })).status, 200)
    baton.clock.set(round.moment.toString())
    await baton.restartWorker()
    const died = await crash(baton, steps)
    await baton.settle()
    baton.clock.advance({ minutes: 1 })
    await baton.settle()
    await verify(baton, ben, round)
    assert.ok(service.pushes.length === 1 || service.pushes.length === 2, 'no push is lost; one comes twice at most')
    for (const { text } of service.pushes)
      assert.match(text, /^\{"line":"\d\d:\d\d delivery: 1 new ask, .*2 posts","to":"\/","tag":"delivery"\}$/)
    await baton.call(ben, 'POST', '/inbox/clear', {})
    if (!died) return steps
  }
}

test('a worker that dies between any two steps of delivery loses nothing, doubles nothing in the app, and keeps its promise for mail and push', async (t) => {
  const steps = await throughEveryStep(t, dieAt, 1)
  assert.ok(steps > 40, `only ${steps} steps were tried`)
})

test('so it is when the system kills the process', async (t) => {
  const steps = await throughEveryStep(t, killAt, 13)
  assert.ok(steps > 40)
})
