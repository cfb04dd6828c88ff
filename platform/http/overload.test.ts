import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { Failure } from '#platform/contract/failure.ts'
import { sql } from 'kysely'
import { openDatabase } from '#platform/sql/database.ts'
import { movableClock } from '#platform/testing/clock.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { createApp, type Variables } from './app.ts'
import { shedLoad } from './overload.ts'
import { readBody } from './read-body.ts'

type App = Hono<{ Variables: Variables }>

/** Takes so many requests at once. */
function appOf(most: number): App {
  const app: App = new Hono()
  app.onError((error, c) =>
    c.json({}, error instanceof Failure ? error.status : 500, {
      'retry-after': String(error instanceof Failure ? error.details.retryAfterSeconds : ''),
    }),
  )
  app.use(shedLoad(most))
  app.post('/body', async (c) => c.json((await readBody(c)).value))
  return app
}

test('what comes on top of too much is refused with when to come back, and the rest is answered', async () => {
  const app = appOf(2)
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  app.get('/slow', async (c) => {
    await held
    return c.text('done')
  })
  app.get('/health/live', (c) => c.text('live'))
  const first = [1, 2].map(() => Promise.resolve(app.request('/slow')))
  const refused = await app.request('/slow')
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '2'])
  assert.equal((await app.request('/health/live')).status, 200)
  release()
  assert.deepEqual(
    (await Promise.all(first)).map((answer) => answer.status),
    [200, 200],
  )
  assert.equal((await app.request('/slow')).status, 200)
})

interface Sending {
  readonly answer: Promise<Response>
  /** Sends what is left. */
  readonly end: () => void
}

/** Sends one byte of a body, and keeps the rest. */
function slowly(app: App): Sending {
  let end = (): void => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(Buffer.from('{'))
      end = () => {
        controller.enqueue(Buffer.from('}'))
        controller.close()
      }
    },
  })
  const request = { ...sent(body), duplex: 'half' }
  return { answer: Promise.resolve(app.request('/body', request)), end: () => end() }
}

const sent = (body: BodyInit): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body })

test('those who send slowly keep nobody else out', async () => {
  const app = appOf(2)
  const slow = Array.from({ length: 10 }, () => slowly(app))
  assert.equal((await app.request('/body', sent('{"quick":true}'))).status, 200)
  for (const { end } of slow) end()
  for (const { answer } of slow) assert.equal((await answer).status, 200)
})

test('of more bodies than can be waited for the longest is given up', async () => {
  const app = appOf(2)
  const slow = Array.from({ length: 1_000 }, () => slowly(app))
  assert.equal((await app.request('/body', sent('{}'))).status, 200)
  const [first, ...rest] = slow
  const refused = await first!.answer
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '2'])
  for (const { end } of rest) end()
  for (const { answer } of rest) assert.equal((await answer).status, 200)
})

test('a body that breaks off is refused, and no fault', async () => {
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('the connection is gone')) })
  const request = { ...sent(body), duplex: 'half' }
  assert.equal((await appOf(2).request('/body', request)).status, 400)
})

test('what takes too long is ended, and answered with when to come back', async (t) => {
  const database = await testDatabase()
  const { db, close } = openDatabase({ connectionString: database.url }, { longest: 200 })
  t.after(() => close().then(() => database.close()))
  const quiet = (): void => {}
  const { hono } = createApp({
    db,
    clock: movableClock('2026-11-23T09:00:00Z'),
    log: { info: quiet, warn: quiet, error: quiet },
    url: 'http://localhost',
    trustedProxies: 0,
    checkOutputs: false,
    sign: (text) => text,
    identify: async () => null,
  })
  hono.get('/endless', async (c) => {
    await sql`select pg_sleep(${60})`.execute(db)
    return c.text('done')
  })
  const answer = await hono.request('http://localhost/endless', { headers: { host: 'localhost' } })
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '2'])
})
