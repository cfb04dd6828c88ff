import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { Failure } from '#platform/contract/failure.ts'
import { shedLoad } from './overload.ts'

test('what comes on top of too much is refused with when to come back, and the rest is answered', async () => {
  const app = new Hono()
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  app.onError((error, c) =>
    c.json({}, error instanceof Failure ? error.status : 500, {
      'retry-after': String(error instanceof Failure ? error.details.retryAfterSeconds : ''),
    }),
  )
  app.use(shedLoad(2))
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
