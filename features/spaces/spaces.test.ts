import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { transact } from '#platform/sql/transact.ts'
import { openDirectSpace } from './commands/open-direct-space.ts'

let baton: Baton
let ann: Someone
let ben: Someone
let cleo: Someone
let gus: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  ben = await baton.person({ handle: 'ben', name: 'Ben Okafor' })
  cleo = await baton.person({ handle: 'cleo' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'clients', name: 'Clients' })
  gus = await baton.person({ handle: 'gus', role: 'guest', spaces: ['clients'] })
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

let made = 0
async function space(by: Someone, fields: Record<string, unknown> = {}): Promise<string> {
  const slug = `space-${++made}`
  const answer = await baton.call(by, 'POST', '/spaces', { slug, name: `Space ${made}`, ...fields })
  assert.equal(answer.status, 201)
  return slug
}
const add = (by: Someone, slug: string, handle: string) => baton.call(by, 'PUT', `/spaces/${slug}/members/${handle}`)
const remove = (by: Someone, slug: string, handle: string) => baton.call(by, 'DELETE', `/spaces/${slug}/members/${handle}`)
const slugs = async (who: Someone, query = ''): Promise<string[]> => {
  const answer = await baton.call(who, 'GET', `/spaces?limit=100${query}`)
  return answer.body.items.map((item: { slug: string }) => item.slug)
}

test('whoever makes a space is its first member', async () => {
  const answer = await baton.call(ben, 'POST', '/spaces', {
    slug: 'reports',
    name: 'Reports',
    purpose: 'Exports and what a customer prints.',
    respondWithin: 2,
  })
  assert.equal(answer.status, 201)
  const { id, at, may, ...shown } = answer.body
  assert.deepEqual(shown, {
    slug: 'reports',
    name: 'Reports',
    purpose: 'Exports and what a customer prints.',
    visibility: 'open',
    direct: false,
    respondWithin: 2,
    rotation: null,
    follow: 'named',
    member: true,
    memberCount: 1,
    archived: false,
  })
  assert.equal(at, '2026-11-23T09:00:00Z')
  assert.equal(may.change, true)
  const members = await baton.call(ann, 'GET', '/spaces/reports/members')
  assert.deepEqual(members.body, { items: [{ person: { handle: 'ben', name: 'Ben Okafor' }, role: 'member', at }], next: null })
  assert.equal((await baton.call(ann, 'GET', `/spaces/${id}`)).body.slug, 'reports')
})

test('handles and slugs share one namespace', async () => {
  const slug = await space(ann)
  for (const taken of [slug, 'ben']) {
    const answer = await baton.call(ann, 'POST', '/spaces', { slug: taken, name: 'Again' })
    assert.equal(answer.status, 409)
    assert.equal(answer.body.code, 'name.taken')
    assert.equal(answer.body.errors[0].path, 'slug')
  }
  for (const slug of ['me', 'Ops', 'a b', '']) assert.equal((await baton.call(ann, 'POST', '/spaces', { slug, name: 'No' })).status, 422)
})

test('two spaces made at once with one slug are one', async () => {
  const answers = await Promise.all([ann, ben].map((who) => baton.call(who, 'POST', '/spaces', { slug: 'twice', name: 'Twice' })))
  assert.deepEqual(
    answers.map((answer) => answer.status).toSorted((a, b) => a - b),
    [201, 409],
  )
})

test('guests make no spaces and see only their own', async () => {
  assert.equal((await baton.call(gus, 'POST', '/spaces', { slug: 'mine', name: 'Mine' })).status, 403)
  assert.deepEqual(await slugs(gus), ['clients'])
  assert.equal((await baton.call(gus, 'GET', '/spaces/reports')).status, 404)
})

test('an open space is read by everybody, a private one by its members; for the rest it does not exist', async () => {
  const open = await space(ben)
  const closed = await space(ben, { visibility: 'private' })
  assert.ok((await slugs(ann)).includes(open))
  assert.ok(!(await slugs(ann)).includes(closed))
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['PATCH', '', { name: 'x' }],
    ['GET', '/members', undefined],
    ['PUT', '/follow', { level: 'digest' }],
    ['PUT', '/members/me', undefined],
    ['DELETE', '/members/ben', undefined],
    ['GET', '/threads', undefined],
  ] as const) {
    const hidden = await baton.call(ann, method, `/spaces/${closed}${path}`, body)
    const absent = await baton.call(ann, method, `/spaces/nowhere${path}`, body)
    assert.equal(hidden.status, 404, `${method} ${path}`)
    assert.deepEqual(hidden.body, absent.body)
  }
})

test('spaces are joined and left, once', async () => {
  const slug = await space(ben)
  const joined = await add(ann, slug, 'me')
  assert.deepEqual(joined.body, {
    space: { slug, name: joined.body.space.name },
    person: { handle: 'ann', name: 'Ann Mori' },
    member: true,
  })
  assert.equal((await add(ann, slug, 'ann')).status, 200)
  assert.equal((await baton.call(ann, 'GET', `/spaces/${slug}`)).body.memberCount, 2)
  assert.equal((await remove(ann, slug, 'me')).body.member, false)
  assert.equal((await remove(ann, slug, 'me')).status, 200)
  const facts = await baton.db
    .selectFrom('events')
    .select('type')
    .where('type', 'like', 'member.%')
    .where('actor_id', '=', ann.id)
    .execute()
  assert.deepEqual(
    facts.map((fact) => fact.type),
    ['member.added', 'member.removed'],
  )
})

test('members bring others in, guests too; others and guests bring nobody', async () => {
  const closed = await space(ben, { visibility: 'private' })
  assert.equal((await add(ben, closed, 'cleo')).status, 200)
  assert.equal((await add(ben, closed, 'gus')).status, 200)
  assert.equal((await baton.call(gus, 'GET', `/spaces/${closed}`)).status, 200)
  assert.equal((await add(gus, closed, 'cleo')).status, 403)
  await baton.person({ handle: 'dora' })
  assert.equal((await add(gus, closed, 'dora')).status, 404)
  assert.equal((await add(ben, closed, 'nobody')).status, 404)
  const open = await space(ben)
  assert.equal((await add(cleo, open, 'ann')).status, 403)
  assert.equal((await add(gus, open, 'me')).status, 404)
})

test('whoever made a space, owners and admins take members out; nobody else does', async () => {
  const slug = await space(ben)
  await add(cleo, slug, 'me')
  assert.equal((await remove(cleo, slug, 'ben')).status, 403)
  assert.equal((await remove(ben, slug, 'cleo')).status, 200)
  await add(cleo, slug, 'me')
  assert.equal((await remove(ann, slug, 'cleo')).status, 200)
})

test('a private space keeps one member who is no guest', async () => {
  const slug = await space(ben, { visibility: 'private' })
  await add(ben, slug, 'gus')
  const last = await remove(ben, slug, 'me')
  assert.equal(last.status, 409)
  assert.equal(last.body.code, 'space.last_member')
  await add(ben, slug, 'cleo')
  assert.equal((await remove(ben, slug, 'me')).status, 200)
  assert.equal((await baton.call(ben, 'GET', `/spaces/${slug}`)).status, 404)
  assert.equal((await remove(cleo, slug, 'me')).status, 409)
})

test('two who leave at once do not leave a private space to nobody', async () => {
  const slug = await space(ben, { visibility: 'private' })
  await add(ben, slug, 'cleo')
  const answers = await Promise.all([remove(ben, slug, 'me'), remove(cleo, slug, 'me')])
  assert.deepEqual(
    answers.map((answer) => answer.status).toSorted((a, b) => a - b),
    [200, 409],
  )
})

test('members say what a space is for; who may read it is for its maker, owners and admins', async () => {
  const slug = await space(ben)
  assert.equal((await baton.call(cleo, 'PATCH', `/spaces/${slug}`, { purpose: 'x' })).status, 403)
  await add(cleo, slug, 'me')
  const changed = await baton.call(cleo, 'PATCH', `/spaces/${slug}`, { name: 'Renamed', purpose: 'New', respondWithin: 5 })
  assert.deepEqual([changed.body.name, changed.body.purpose, changed.body.respondWithin], ['Renamed', 'New', 5])
  assert.equal((await baton.call(cleo, 'PATCH', `/spaces/${slug}`, { visibility: 'private' })).status, 403)
  assert.equal((await baton.call(cleo, 'PATCH', `/spaces/${slug}`, { archived: true })).status, 403)
  const outside = await baton.call(ann, 'PATCH', `/spaces/${slug}`, { visibility: 'private' })
  assert.equal(outside.status, 409)
  assert.equal(outside.body.code, 'space.private_without_you')
  assert.equal((await baton.call(ben, 'PATCH', `/spaces/${slug}`, { visibility: 'private' })).body.visibility, 'private')
  assert.equal((await baton.call(cleo, 'GET', `/spaces/${slug}`)).status, 200)
  assert.equal((await baton.call(ann, 'GET', `/spaces/${slug}`)).status, 404)
})

test('another name or purpose than was seen is not replaced', async () => {
  const slug = await space(ben)
  const path = `/spaces/${slug}`
  const seen = { 'if-match': (await baton.call(ben, 'GET', path)).headers.get('etag') ?? '' }
  await baton.call(ann, 'PUT', `${path}/members/ann`)
  assert.equal((await baton.call(ann, 'PATCH', path, { purpose: 'First' }, seen)).status, 200)
  const stale = await baton.call(ben, 'PATCH', path, { purpose: 'Second' }, seen)
  assert.deepEqual([stale.status, stale.body.code], [412, 'space.text_changed'])
  assert.equal((await baton.call(ben, 'PATCH', path, { purpose: 'Second' })).body.purpose, 'Second')
})

test('of many who archive a space at once one does it, and so with bringing it back', async () => {
  const slug = await space(ben)
  for (const archived of [true, false]) {
    const change = () => baton.call(ann, 'PATCH', `/spaces/${slug}`, { archived })
    const answers = await Promise.all(Array.from({ length: 6 }, change))
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body.archived]),
      answers.map(() => [200, archived]),
    )
  }
  const { id } = (await baton.call(ann, 'GET', `/spaces/${slug}`)).body
  const facts = await baton.db
    .selectFrom('events')
    .where('place_id', '=', id)
    .where('type', 'like', 'space.%archived')
    .select('type')
    .execute()
  assert.deepEqual(facts.map(({ type }) => type).toSorted(), ['space.archived', 'space.unarchived'])
})

test('an archived space is read, not written, until it is brought back', async () => {
  const slug = await space(ben)
  const thread = await baton.call(ben, 'POST', '/threads', { space: slug, kind: 'discussion', title: 'Before', body: 'Hello' })
  const { number, posts } = thread.body
  assert.equal((await baton.call(ben, 'PATCH', `/spaces/${slug}`, { archived: true })).body.archived, true)
  assert.ok(!(await slugs(ben)).includes(slug))
  assert.ok((await slugs(ben, '&archived=true')).includes(slug))
  for (const [method, path, body] of [
    ['POST', '/threads', { space: slug, kind: 'discussion', title: 'After', body: 'Hello' }],
    ['POST', `/threads/${number}/posts`, { body: 'More' }],
    ['PATCH', `/posts/${posts.items[0].id}`, { body: 'Other' }],
    ['PATCH', `/threads/${number}`, { title: 'Other' }],
    ['PUT', `/threads/${number}/highlights`, { body: 'Short' }],
    ['PUT', `/threads/${number}/outcome`, { body: 'Done' }],
    ['POST', `/threads/${number}/conclude`, { body: 'Done' }],
    ['POST', `/threads/${number}/pivot`, { to: 'call' }],
    ['PUT', `/spaces/${slug}/members/ann`, undefined],
    ['PATCH', `/spaces/${slug}`, { name: 'Other' }],
  ] as const) {
    const refused = await baton.call(ben, method, path, body)
    assert.equal(refused.status, 409, `${method} ${path}`)
    assert.equal(refused.body.code, 'space.archived')
  }
  assert.equal((await baton.call(ann, 'GET', `/threads/${number}`)).status, 200)
  const back = await baton.call(ben, 'PATCH', `/spaces/${slug}`, { archived: false, name: 'Back' })
  assert.deepEqual([back.body.archived, back.body.name], [false, 'Back'])
  assert.equal((await baton.call(ben, 'POST', `/threads/${number}/posts`, { body: 'More' })).status, 201)
})

test('one follows a space as one likes; leaving it forgets the level', async () => {
  const slug = await space(ben)
  assert.equal((await baton.call(ann, 'GET', `/spaces/${slug}`)).body.follow, 'quiet')
  assert.equal((await baton.call(ann, 'PUT', `/spaces/${slug}/follow`, { level: 'digest' })).body.follow, 'digest')
  await add(ann, slug, 'me')
  await remove(ann, slug, 'me')
  assert.equal((await baton.call(ann, 'GET', `/spaces/${slug}`)).body.follow, 'quiet')
  assert.equal((await baton.call(ann, 'PUT', `/spaces/${slug}/follow`, { level: 'loud' })).status, 422)
})

test('people have one direct space, whoever asks and in whatever order, and nobody else sees it', async () => {
  const asking = (who: Someone, role: 'owner' | 'member') => ({
    db: baton.db,
    workspaceId: 1,
    personId: who.id,
    handle: who.handle,
    role,
    now: baton.clock.now(),
    requestId: 'test',
    ifMatch: null,
    sign: (text: string) => text,
  })
  const open = (who: Someone, role: 'owner' | 'member', others: Someone[]) => {
    const ctx = asking(who, role)
    return transact(ctx, (tx) =>
      openDirectSpace(
        tx,
        { ...ctx, db: tx },
        others.map((other) => other.id),
      ),
    )
  }
  const [one, other] = await Promise.all([open(ann, 'owner', [ben]), open(ben, 'member', [ann, ben])])
  assert.equal(one.id, other.id)
  assert.equal(one.direct, true)
  assert.notEqual((await open(ann, 'owner', [ben, cleo])).id, one.id)
  assert.ok(!(await slugs(ann)).includes(one.slug))
  assert.equal((await baton.call(ann, 'GET', `/spaces/${one.slug}`)).status, 200)
  assert.equal((await baton.call(cleo, 'GET', `/spaces/${one.slug}`)).status, 404)
  for (const [method, path, body] of [
    ['PUT', '/members/cleo', undefined],
    ['DELETE', '/members/me', undefined],
    ['PATCH', '', { name: 'Ours' }],
    ['PATCH', '', { visibility: 'open' }],
  ] as const) {
    const refused = await baton.call(ann, method, `/spaces/${one.slug}${path}`, body)
    assert.deepEqual([refused.status, refused.body.code], [409, 'space.direct'], `${method} ${path}`)
  }
})

test('a repeat with the same key does nothing twice, and undoes nothing that came between', async () => {
  const slug = await space(ben)
  const key = { 'idempotency-key': 'join-once' }
  await baton.call(ann, 'PUT', `/spaces/${slug}/members/me`, {}, key)
  await remove(ann, slug, 'me')
  const again = await baton.call(ann, 'PUT', `/spaces/${slug}/members/me`, {}, key)
  assert.deepEqual([again.status, again.body.member], [200, false])
})

test('spaces are listed by slug, piece by piece, in as many statements however many there are', async () => {
  const all = await slugs(ben)
  assert.deepEqual(all, all.toSorted())
  const first = await baton.call(ben, 'GET', '/spaces?limit=2')
  const second = await baton.call(ben, 'GET', `/spaces?limit=100&after=${first.body.next}`)
  assert.deepEqual(
    [...first.body.items, ...second.body.items].map((item) => item.slug),
    all,
  )
  assert.equal(second.body.next, null)
  assert.equal((await baton.call(ben, 'GET', '/spaces?after=nonsense')).status, 422)
  const few = await baton.statements(() => baton.call(ben, 'GET', '/spaces?limit=1'))
  const many = await baton.statements(() => baton.call(ben, 'GET', '/spaces?limit=100'))
  assert.equal(few.length, many.length)
  // Who asks, and the list.
  assert.equal(many.length, 2)
})

test('addresses that name nothing are not found', async () => {
  for (const path of ['/spaces/%00', '/spaces/A%20B', '/spaces/clients/members/%00', `/spaces/${'a'.repeat(80)}`]) {
    assert.equal((await baton.call(ann, path.includes('members') ? 'PUT' : 'GET', path)).status, 404)
  }
})
