import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joined } from './back-to-draft.ts'
import { emptyPost, newAsk } from './composing.ts'

test('what is taken back comes before what was written since, with the asks of both', () => {
  const ask = newAsk({ to: 'ben' })
  const since = { ...emptyPost, body: 'And then?', title: 'Another', asks: [ask] }
  const whole = joined({ ...emptyPost, body: 'We roll back.', title: 'Rollback', fyi: false }, since)
  assert.deepEqual([whole.title, whole.body, whole.asks], ['Rollback', 'We roll back.\n\nAnother\n\nAnd then?', [ask]])
})

test('of an outcome there is only its text', () => {
  assert.deepEqual(joined({ body: 'The small one.' }, { body: 'In red.' }), { body: 'The small one.\n\nIn red.' })
})

test('where nothing was written since, it stands as it was', () => {
  const before = { ...emptyPost, body: 'We roll back.', fyi: true }
  assert.deepEqual(joined(before, emptyPost), before)
})
