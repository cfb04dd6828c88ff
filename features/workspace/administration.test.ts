import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let ada: Someone
let bo: Someone

before(async () => {
  baton = await startBaton({ mail: true })
  ann = await baton.setup()
  ada = await baton.person({ handle: 'ada', name: 'Ada Adebayo', role: 'admin' })
  bo = await baton.person({ handle: 'bo', name: 'Bo Lind' })
})
after(async () => {
  await baton.close()
  assert.deepEqual(baton.faults, [])
})

const cookieOf = (answer: Answer): string => (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
const signIn = (handle: string, password = 'seven quiet lanterns'): Promise<Answer> =>
  baton.call(null, 'POST', '/sign-in', { email: `${handle}@halyard.example`, password })

test('people are found by name, handle, address, role and state, in one statement', async () => {
  await baton.call(ann, 'POST', '/people', { handle: 'imp', name: 'Imke Imported', timeZone: 'UTC' })
  await baton.person({ handle: 'cy' })
  await baton.call(ann, 'PATCH', '/people/cy', { active: false })
  const handles = async (query: string): Promise<string[]> => {
    const { body } = await baton.call(ada, 'GET', `/admin/people?${query}`)
    return body.items.map(({ handle }: { handle: string }) => handle)
  }
  assert.deepEqual(await handles(''), ['ada', 'ann', 'bo', 'cy', 'imp'])
  assert.deepEqual(await handles('q=lind'), ['bo'])
  assert.deepEqual(await handles('q=bo@'), ['bo'])
  assert.deepEqual(await handles('role=admin'), ['ada'])
  assert.deepEqual(await handles('state=deactivated'), ['cy'])
  assert.deepEqual(await handles('state=without sign-in'), ['imp'])
  const first = await baton.call(ada, 'GET', '/admin/people?limit=2')
  assert.deepEqual(await handles(`limit=2&after=${first.body.next}`), ['bo', 'cy'])
  const sent = await baton.statements(() => baton.call(ada, 'GET', '/admin/people'))
  assert.equal(sent.length, 2, 'one to know who asks, one to answer')
})

test('what one may do to each person comes along', async () => {
  const { body } = await baton.call(ada, 'GET', '/admin/people')
  const may = Object.fromEntries(body.items.map((person: { handle: string; may: object }) => [person.handle, person.may]))
  const nothing = { changeRole: false, deactivate: false, reactivate: false, resetSecondFactor: false, giveAddress: false }
  assert.deepEqual(may['ann'], nothing)
  assert.deepEqual(may['ada'], { ...nothing, changeRole: true })
  assert.deepEqual(may['bo'], { ...nothing, changeRole: true, deactivate: true })
  assert.deepEqual(may['cy'], { ...nothing, changeRole: true, reactivate: true })
  assert.deepEqual(may['imp'], { ...nothing, changeRole: true, deactivate: true, giveAddress: true })
})

test('somebody an import brought along signs in by a code, once an address of theirs is given', async () => {
  const cookie = cookieOf(await signIn('ada'))
  const give = (handle: string, email: string) => baton.call(null, 'PUT', `/admin/people/${handle}/address`, { email }, { cookie })
  assert.equal((await give('imp', 'bo@halyard.example')).body.code, 'person.email_taken')
  assert.equal((await give('bo', 'other@halyard.example')).body.code, 'person.signs_in')
  assert.equal((await give('imp', 'imp@halyard.example')).status, 200)
  const asked = await baton.call(null, 'POST', '/sign-in/code', { email: 'imp@halyard.example' })
  await baton.settle()
  const code = /\b\d{6}\b/.exec(baton.mails.at(-1)?.text ?? '')?.[0]
  const inside = await baton.call(null, 'POST', '/sign-in', { email: 'imp@halyard.example', code }, { cookie: cookieOf(asked) })
  assert.deepEqual([inside.status, inside.body.person.handle], [200, 'imp'])
  assert.equal((await give('imp', 'third@halyard.example')).body.code, 'person.signs_in')
  baton.clock.advance({ minutes: 15 })
  assert.equal((await give('imp', 'third@halyard.example')).body.code, 'session.not_recent')
})

test('the name and when a thread speaks up are changed for everybody', async () => {
  const changed = await baton.call(ada, 'PATCH', '/admin/settings', { name: 'Halyard & Co', backAndForth: 5 })
  assert.deepEqual(changed.body, { name: 'Halyard & Co', slug: 'halyard', backAndForth: 5 })
  assert.deepEqual((await baton.call(bo, 'GET', '/me')).body.workspace, changed.body)
  for (const backAndForth of [1, 21, 2.5, '3'])
    assert.equal((await baton.call(ada, 'PATCH', '/admin/settings', { backAndForth })).body.errors[0].path, 'backAndForth')
  const writes = (await baton.call(ada, 'POST', '/tokens', { name: 'W', scopes: ['write'] })).body.token
  assert.equal((await baton.call(writes, 'PATCH', '/admin/settings', { name: 'X' })).body.code, 'token.too_narrow')
})

test('an invitation is sent again, and holds for two weeks from then', async () => {
  const { body } = await baton.call(ann, 'POST', '/invitations', { role: 'member', spaces: [], email: 'nia@elsewhere.example' })
  await baton.settle()
  baton.clock.advance({ hours: 13 * 24 })
  const before = baton.mails.length
  const resend = () => baton.call(ada, 'POST', `/invitations/${body.id}/resend`, undefined, { 'idempotency-key': 'sent again' })
  const again = await resend()
  assert.equal(
    again.body.expiresAt,
    baton.clock
      .now()
      .add({ hours: 14 * 24 })
      .toString(),
  )
  await baton.settle()
  const mails = () => baton.mails.slice(before).filter(({ to }) => to.includes('nia@elsewhere.example'))
  assert.ok(mails()[0]?.text.includes(body.code))
  baton.clock.advance({ hours: 1 })
  assert.deepEqual((await resend()).body, again.body)
  await baton.settle()
  assert.equal(mails().length, 1)
  const link = await baton.call(ann, 'POST', '/invitations', { role: 'member', spaces: [] })
  assert.equal((await baton.call(ann, 'POST', `/invitations/${link.body.id}/resend`)).body.code, 'invitation.no_address')
  assert.equal((await baton.call(bo, 'POST', `/invitations/${body.id}/resend`)).status, 404)
})
