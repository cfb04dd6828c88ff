import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { runPersonAdd } from './person-add.ts'
import { runToken } from './token.ts'

let baton: Baton
let ann: Someone

const bo = { handle: 'bo', name: 'Bo Lind', email: 'bo@halyard.example', timeZone: 'Asia/Kolkata' }

before(async () => {
  baton = await startBaton()
})
after(() => baton.close())

test('nobody is added before the first run', async () => {
  await assert.rejects(runPersonAdd(baton.db, bo, baton.clock.now()), { code: 'workspace.not_set_up' })
  ann = await baton.setup()
})

test('a member is added whose address counts as confirmed, and gets a token on the host', async () => {
  await runPersonAdd(baton.db, bo, baton.clock.now())
  const token = await runToken(baton.db, { handle: 'bo', now: baton.clock.now() })
  const { body } = await baton.call(token, 'GET', '/me')
  assert.deepEqual([body.person.handle, body.person.role, body.person.timeZone], ['bo', 'member', 'Asia/Kolkata'])
  assert.equal((await baton.db.selectFrom('email_confirmations').selectAll().execute())[0]?.email, 'bo@halyard.example')
  assert.equal((await baton.call(token, 'PATCH', '/people/bo', { status: 'here' })).status, 200)
})

test('an owner’s token does what owners do', async () => {
  const token = await runToken(baton.db, { handle: 'ann', now: baton.clock.now() })
  assert.equal((await baton.call(token, 'PATCH', '/people/bo', { role: 'admin' })).status, 200)
})

test('what cannot be is refused by its place', async () => {
  const now = baton.clock.now()
  await assert.rejects(runPersonAdd(baton.db, bo, now), { code: 'name.taken' })
  await assert.rejects(runPersonAdd(baton.db, { ...bo, handle: 'bob' }, now), { code: 'person.email_taken' })
  await assert.rejects(runPersonAdd(baton.db, { ...bo, handle: 'me', timeZone: '+05:30' }, now), /handle: .*timeZone: /)
  await assert.rejects(runToken(baton.db, { handle: 'nobody', now }), { code: 'person.not_found' })
  await baton.call(ann, 'PATCH', '/people/bo', { active: false })
  await assert.rejects(runToken(baton.db, { handle: 'bo', now }), { code: 'person.deactivated' })
})
