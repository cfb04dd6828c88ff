import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let ada: Someone
let bo: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  ada = await baton.person({ handle: 'ada', name: 'Ada Adebayo', role: 'admin' })
  bo = await baton.person({ handle: 'bo', name: 'Bo Lind' })
})
after(async () => {
  await baton.close()
  assert.deepEqual(baton.faults, [])
})

interface Entry {
  readonly id: string
  readonly type: string
  readonly by: { readonly handle: string } | null
  readonly person: { readonly handle: string } | null
  readonly address: string | null
  readonly space: { readonly slug: string } | null
}

/** Each thing at an instant of its own: what is done in one millisecond has no order. */
const call: Baton['call'] = (...request) => {
  baton.clock.advance({ seconds: 1 })
  return baton.call(...request)
}
const audit = async (query = ''): Promise<Entry[]> => (await baton.call(ann, 'GET', `/admin/audit?limit=100&${query}`)).body.items
const signIn = (handle: string, password: string): Promise<Answer> =>
  call(null, 'POST', '/sign-in', { email: `${handle}@halyard.example`, password })
const types = (entries: readonly Entry[]): string[] => entries.map(({ type }) => type)

test('sign-ins stand in it, and those that failed, with whose account it was and from where', async () => {
  await signIn('bo', 'seven quiet lanterns')
  await signIn('bo', 'not the one')
  await signIn('nobody', 'not the one')
  const [nobody, failed, entered] = await audit('kind=sign-in')
  assert.deepEqual([nobody?.type, nobody?.person], ['sign_in.refused', null])
  assert.deepEqual([failed?.type, failed?.person?.handle, failed?.by], ['sign_in.refused', 'bo', null])
  assert.deepEqual([entered?.type, entered?.by?.handle, entered?.address], ['person.signed_in', 'bo', 'local'])
})

test('roles, deactivation, tokens, invitations, settings and open spaces stand in it, by whom', async () => {
  const { id } = (await call(bo, 'POST', '/tokens', { name: 'Secret purpose', scopes: ['read'] })).body
  await call(bo, 'DELETE', `/tokens/${id}`)
  await call(ann, 'PATCH', '/people/bo', { role: 'admin' })
  await call(ann, 'PATCH', '/people/bo', { status: 'No change of rights' })
  await call(ann, 'POST', '/invitations', { role: 'member', spaces: [], email: 'nia@elsewhere.example' })
  await call(ann, 'PATCH', '/admin/settings', { backAndForth: 4 })
  await call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await call(ann, 'PUT', '/spaces/ops/members/bo')
  const latest = await audit()
  assert.deepEqual(types(latest).slice(0, 7).toReversed(), [
    'token.made',
    'token.ended',
    'person.changed',
    'invitation.made',
    'workspace.changed',
    'space.made',
    'member.added',
  ])
  assert.deepEqual([latest[0]?.by?.handle, latest[0]?.person?.handle, latest[0]?.space?.slug], ['ann', 'bo', 'ops'])
  const text = JSON.stringify(latest)
  for (const word of ['Secret purpose', 'elsewhere.example', 'No change of rights']) assert.ok(!text.includes(word), word)
})

test('it goes by kind and by person, a page at a time, and misses nothing', async () => {
  assert.deepEqual(new Set(types(await audit('kind=tokens')).map((type) => type.split('.')[0])), new Set(['token']))
  for (const { by, person } of await audit('person=bo')) assert.ok(by?.handle === 'bo' || person?.handle === 'bo')
  const all = await audit()
  const paged: Entry[] = []
  let after = ''
  do {
    const { body }: Answer = await baton.call(ann, 'GET', `/admin/audit?limit=3${after}`)
    paged.push(...body.items)
    after = body.next === null ? '' : `&after=${body.next}`
  } while (after !== '')
  assert.deepEqual(paged, all)
  assert.equal((await baton.call(ann, 'GET', '/admin/audit?person=nemo')).status, 404)
  const sent = await baton.statements(() => baton.call(ann, 'GET', '/admin/audit'))
  assert.equal(sent.length, 3, 'one to know who asks, one for the facts, one for the spaces')
})

test('what happens in a private space stands in it for its members only, and no longer than they are', async () => {
  await call(ada, 'POST', '/spaces', { slug: 'umbra', name: 'Xylograph', visibility: 'private' })
  const seen = async (who: Someone): Promise<string> => JSON.stringify((await call(who, 'GET', '/admin/audit?kind=spaces')).body)
  assert.ok((await seen(ada)).includes('Xylograph'))
  const hidden = await seen(ann)
  assert.ok(!hidden.includes('Xylograph') && !hidden.includes('umbra'))
  await call(ada, 'PUT', '/spaces/umbra/members/ann')
  assert.ok((await seen(ann)).includes('Xylograph'))
  await call(ada, 'DELETE', '/spaces/umbra/members/ann')
  assert.ok(!(await seen(ann)).includes('Xylograph'))
})
