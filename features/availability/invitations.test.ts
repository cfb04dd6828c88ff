import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let bo: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo', name: 'Bo Lind' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'vault', name: 'Vault', visibility: 'private' })
  await baton.call(bo, 'POST', '/spaces', { slug: 'client', name: 'Client', visibility: 'private' })
})
after(() => baton.close())

const invite = (who: Someone, body: object): Promise<Answer> => baton.call(who, 'POST', '/invitations', body)
const newcomer = (handle: string) => ({
  handle,
  name: handle,
  email: `${handle}@elsewhere.example`,
  password: 'seven quiet lanterns',
  timeZone: 'Asia/Kolkata',
})
const accept = (code: string, body: object): Promise<Answer> => baton.call(null, 'POST', `/invitations/${code}`, body)

test('an invitation is a link that says what it is to, and is accepted once', async () => {
  const made = await invite(ann, { role: 'member', spaces: ['ops', 'vault'], email: 'cy@elsewhere.example' })
  assert.equal(made.status, 201)
  assert.equal(made.body.url, `http://localhost:3000/invitations/${made.body.code}`)
  assert.equal(made.body.expiresAt, '2026-12-07T09:00:00Z')
  const shown = await baton.call(null, 'GET', `/invitations/${made.body.code}`)
  assert.deepEqual(shown.body, {
    workspace: { name: 'Halyard' },
    email: 'cy@elsewhere.example',
    role: 'member',
    spaces: [
      { slug: 'ops', name: 'Ops' },
      { slug: 'vault', name: 'Vault' },
    ],
    invitedBy: { handle: 'ann', name: 'Ann Mori' },
    expiresAt: '2026-12-07T09:00:00Z',
  })
  const { email: _, ...withoutEmail } = newcomer('cy')
  const answers = await Promise.all([accept(made.body.code, withoutEmail), accept(made.body.code, newcomer('cyd'))])
  assert.deepEqual(
    answers.map((answer) => answer.status).toSorted((a, b) => a - b),
    [201, 409],
  )
  const [cy] = answers.filter((answer) => answer.status === 201)
  assert.deepEqual([cy?.body.person.role, cy?.body.person.timeZone], ['member', 'Asia/Kolkata'])
  assert.match(cy?.headers.get('set-cookie') ?? '', /^baton=/)
  assert.equal((await baton.call(cy?.body.token, 'GET', '/spaces/vault')).status, 200)
  assert.equal((await baton.call(null, 'GET', `/invitations/${made.body.code}`)).body.code, 'invitation.already_accepted')
})

test('one handle and one address are given once', async () => {
  const [one, other, third] = await Promise.all([invite(ann, {}), invite(ann, {}), invite(ann, {})])
  const answers = await Promise.all([
    accept(one.body.code, newcomer('dee')),
    accept(other.body.code, { ...newcomer('dee'), email: 'd@elsewhere.example' }),
  ])
  assert.deepEqual(
    answers.map((answer) => answer.status).toSorted((a, b) => a - b),
    [201, 409],
  )
  const refused = answers.find((answer) => answer.status === 409)
  assert.deepEqual([refused?.body.code, refused?.body.errors[0].path], ['name.taken', 'handle'])
  assert.equal((await accept(third.body.code, newcomer('ops'))).body.code, 'name.taken')
  const sameAddress = await accept(third.body.code, { ...newcomer('dora'), email: 'BO@halyard.example' })
  assert.deepEqual([sameAddress.status, sameAddress.body.errors[0].path], [409, 'email'])
  assert.equal((await accept(third.body.code, newcomer('dora'))).status, 201)
})

test('members invite guests, to spaces they are members of', async () => {
  assert.equal((await invite(bo, { role: 'member' })).body.code, 'invitation.not_allowed')
  assert.equal((await invite(bo, { role: 'guest' })).body.code, 'invitation.not_allowed')
  assert.equal((await invite(bo, { role: 'guest', spaces: ['ops'] })).body.code, 'space.not_member')
  const hidden = await invite(bo, { role: 'guest', spaces: ['client', 'vault'] })
  assert.deepEqual([hidden.status, hidden.body.errors[0].path], [404, 'spaces.1'])
  const absent = await invite(bo, { role: 'guest', spaces: ['client', 'nowhere'] })
  assert.deepEqual({ ...absent.body, detail: '' }, { ...hidden.body, detail: '' })
  const made = await invite(bo, { role: 'guest', spaces: ['client'] })
  const guest = await accept(made.body.code, newcomer('gil'))
  assert.equal(guest.body.person.role, 'guest')
  const seen = await baton.call(guest.body.token, 'GET', '/people')
  assert.deepEqual(
    seen.body.items.map((person: { handle: string }) => person.handle),
    ['bo', 'gil'],
  )
  assert.equal((await baton.call(guest.body.token, 'GET', '/people/ann')).status, 404)
  assert.equal((await baton.call(guest.body.token, 'GET', '/people/ann/calendar')).status, 404)
  assert.equal((await invite(guest.body, { role: 'guest', spaces: ['client'] })).status, 403)
})

test('nobody is invited as owner', async () => {
  assert.equal((await invite(ann, { role: 'owner' })).status, 422)
})

test('an owner who is no member cannot open a private space by inviting', async () => {
  const answer = await invite(ann, { role: 'guest', spaces: ['client'] })
  assert.deepEqual([answer.status, answer.body.errors[0].path], [404, 'spaces.0'])
})

test('open invitations are listed without codes and withdrawn, one’s own by members and all by admins', async () => {
  const mine = await invite(bo, { role: 'guest', spaces: ['client'] })
  const list = await baton.call(bo, 'GET', '/invitations')
  assert.deepEqual(
    list.body.items.map((item: { id: string }) => item.id),
    [mine.body.id],
  )
  assert.deepEqual([list.body.items[0].code, list.body.items[0].spaces], [undefined, [{ slug: 'client', name: 'Client' }]])
  const all = await baton.call(ann, 'GET', '/invitations')
  assert.deepEqual(all.body.items.find((item: { id: string }) => item.id === mine.body.id).spaces, [])
  const anns = await invite(ann, {})
  assert.equal((await baton.call(bo, 'DELETE', `/invitations/${anns.body.id}`)).status, 404)
  assert.equal((await baton.call(ann, 'DELETE', `/invitations/${mine.body.id}`)).status, 200)
  assert.equal((await accept(mine.body.code, newcomer('hal'))).status, 404)
})

test('an invitation ends after fourteen days, and with its maker', async () => {
  const made = await invite(ann, {})
  baton.clock.advance({ hours: 14 * 24 })
  assert.equal((await accept(made.body.code, newcomer('ida'))).body.code, 'invitation.expired')
  const theirs = await invite(bo, { role: 'guest', spaces: ['client'] })
  await baton.call(ann, 'PATCH', '/people/bo', { active: false })
  assert.equal((await baton.call(null, 'GET', `/invitations/${theirs.body.code}`)).status, 404)
  await baton.call(ann, 'PATCH', '/people/bo', { active: true })
  assert.equal((await baton.call(null, 'GET', `/invitations/${theirs.body.code}`)).status, 200)
})

test('an unknown code is nothing', async () => {
  assert.equal((await baton.call(null, 'GET', '/invitations/made-up')).status, 404)
  assert.equal((await accept('made-up', newcomer('jo'))).status, 404)
})

test('one address is not mailed over and over', async () => {
  const again = () => invite(ann, { email: 'kim@elsewhere.example' })
  for (let times = 0; times < 5; times += 1) assert.equal((await again()).status, 201)
  const stopped = await again()
  assert.deepEqual([stopped.status, stopped.headers.has('retry-after')], [429, true])
  assert.equal((await invite(ann, {})).status, 201)
})
