import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askTextFrom, asksToSend, mentionsIn, newAsk, previewOfMembers } from './composing.ts'

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

test('an ask for which something was written is sent, to be refused, where it names nobody', () => {
  const asks = [
    newAsk(),
    newAsk({ text: 'Which one?' }),
    newAsk({ meanwhile: 'the copy' }),
    newAsk({ attention: 'urgent', reason: 'Down' }),
  ]
  assert.deepEqual(
    asksToSend({ body: 'Really?', asks }).map(({ to, text }) => [to, text]),
    [
      ['', 'Which one?'],
      ['', 'Really?'],
      ['', 'Really?'],
    ],
  )
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

test('each of a space that is asked is looked ahead for by when the ask itself is due, and as nobody whom it interrupts', () => {
  const place = { space: 'ops', at: null }
  const of = (team: { due: string | null; unreachable: boolean }) => {
    const ask = newAsk({ to: 'ops', neededBy: { in: 1 }, attention: 'urgent', reason: 'Down' })
    return previewOfMembers(ask, place, { team, handles: ['ann', 'bo'] })
  }
  const due = '2026-11-24T20:00:00Z'
  const wanted = { to: ['ann', 'bo'], attention: 'timely', space: 'ops' }
  assert.deepEqual(of({ due, unreachable: false }), { ...wanted, neededBy: { at: due } })
  assert.deepEqual(of({ due: null, unreachable: false }), { ...wanted, neededBy: 'whenever' })
  // A date that is over may be due before sending, which no instant may be.
  assert.deepEqual(of({ due, unreachable: true }), { ...wanted, neededBy: { in: 1 } })
})
