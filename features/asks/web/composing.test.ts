import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askTextFrom, asksToSend, mentionsIn, newAsk } from './composing.ts'

test('an ask takes the last question of the text, without the name it is put to', () => {
  assert.equal(askTextFrom('Since Monday it stops. @ann, which export was it? Was it the full ledger?'), 'Was it the full ledger?')
  assert.equal(askTextFrom('Hello.\n\n@ann: can Delmar wait for Thursday?'), 'can Delmar wait for Thursday?')
})

test('without a question it takes the first line', () => {
  assert.equal(askTextFrom('Please extend the free plan\nuntil January'), 'Please extend the free plan')
})

test('a question in code or in a quotation is not the ask', () => {
  assert.equal(askTextFrom('Look at this\n```\na ? b : c?\n```\n> why?'), 'Look at this')
})

test('an ask of nobody is not sent, and what was written for it stands before what was found', () => {
  const asks = [newAsk({ to: '' }), newAsk({ to: 'ann', text: 'Which one?', neededBy: { in: 1 } })]
  assert.deepEqual(asksToSend({ body: 'Really?', asks }), [{ to: 'ann', verb: 'answer', text: 'Which one?', neededBy: { in: 1 } }])
})

test('why it is urgent goes with what is urgent only', () => {
  const [urgent, timely] = asksToSend({
    body: 'Down?',
    asks: [newAsk({ to: 'ann', attention: 'urgent', reason: 'A customer is down' }), newAsk({ to: 'bo', reason: 'left over' })],
  })
  assert.equal(urgent?.reason, 'A customer is down')
  assert.equal(timely?.reason, undefined)
})

test('that it is another matter goes with what is urgent only', () => {
  const [urgent, timely] = asksToSend({
    body: 'Down?',
    asks: [newAsk({ to: 'ann', attention: 'urgent', reason: 'Down', anotherMatter: true }), newAsk({ to: 'bo', anotherMatter: true })],
  })
  assert.deepEqual([urgent?.anotherMatter, timely?.anotherMatter], [true, undefined])
})

test('mentions are found once each, not in code and not in addresses', () => {
  assert.deepEqual(mentionsIn('@ann and @bo.x. `@code` a@example.org @ann'), ['ann', 'bo.x'])
})
