import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { requestOf } from './requests.ts'
import { foreignWords, privateNames, secretWords } from './secret-words.ts'
import { type Request, type Unchanging, unchanging } from './unchanging.ts'
import { buildWorld, password, type Person, type World } from './world.ts'

let world: World
let baton: Unchanging

before(async () => {
  world = await buildWorld({ mail: true })
  baton = await unchanging(world.baton)
})
after(async () => {
  await baton.close()
  await world.baton.close()
  assert.deepEqual([...baton.faults, ...world.baton.faults], [])
})

const words = Object.values(secretWords)
const outside = (): Person[] => (['otto', 'ann', 'ada', 'gus', 'fern', 'greta'] as const).map((name) => world.people[name])
const guests = (): Person[] => [world.people.gus, world.people.greta]
const get = (path: string): Request => ({ method: 'GET', path })

/** Everything that lists, counts or finds, asked in every way that could reach into the private space. */
function readings(): Request[] {
  const looked = [
    ...words,
    ...words.map((word) => word.slice(0, 5)),
    'umbra',
    '',
    'in:umbra',
    'from:vera',
    'from:milo',
    'from:fern',
    'is:open',
    'is:unread',
    'has:ask',
    'has:link',
    'to:vera',
    'to:me',
    'after:2026',
    '-zzz',
    'type:space umbra',
  ]
  const searches = [
    ...looked.map((q) => ({ q })),
    { q: 'is:open', type: 'post' },
    { q: 'vera', type: 'person' },
    { q: 'umbra', type: 'person' },
    { q: 'umbra', type: 'space' },
  ]
  const asks = ['', 'to=me', 'from=me', 'to=vera', 'to=milo', 'to=fern', 'from=vera', 'from=milo', 'from=fern']
  const states = ['open', 'answered', 'declined', 'withdrawn', 'expired']
  return [
    ...[
      '/me',
      '/today',
      '/held',
      '/push',
      '/catch-up',
      '/inbox/threads',
      '/direct',
      '/saved',
      '/invitations',
      '/imports',
      '/people?limit=100',
      '/people/me',
      '/me/sign-in',
      '/me/sign-in/history',
      '/admin/settings',
      '/admin/people',
      '/admin/audit?limit=100',
      '/admin/audit?kind=spaces',
      '/admin/audit?person=vera',
      '/admin/mails?limit=100',
      '/spaces',
      '/spaces?archived=true',
    ].map(get),
    ...['/rotations', '/rotations/pager', '/rotations/watering', '/rotations/pager/now', '/rotations/watering/now'].map(get),
    ...['/incidents', '/incidents?state=open', '/incidents?rotation=pager', '/interruptions', '/interruptions/months'].map(get),
    ...[
      '/spaces?member=me',
      '/spaces?member=vera',
      '/people?space=commons',
      '/people?space=umbra',
      '/spaces/garden',
      '/spaces/garden/members',
      '/spaces/commons',
      '/spaces/commons/members',
    ].map(get),
    ...['/spaces/garden/threads', '/spaces/commons/threads', '/spaces/garden/threads?dri=me', '/tokens', '/sessions'].map(get),
    ...['open', 'snoozed', 'done'].map((state) => get(`/inbox?state=${state}`)),
    ...asks.flatMap((by) => [get(`/asks?${by}`), ...states.map((state) => get(`/asks?${by}&state=${state}`))]),
    ...[world.garden.thread, world.commons.thread].flatMap(({ number }) => [get(`/threads/${number}`), get(`/threads/${number}/posts`)]),
    ...['q=umbra', 'q=xylo', 'q=v'].map((query) => get(`/people?${query}`)),
    ...searches.map((query) => get(`/search?${new URLSearchParams(query).toString()}`)),
    ...['/drafts', '/scheduled'].map(get),
    ...words.map((word) => get(`/search/answered?q=${word}`)),
    get('/availability/days?people=vera,milo,fern,otto,ann,gus'),
    { method: 'POST', path: '/held/read' },
    { method: 'POST', path: '/inbox/clear' },
    { method: 'POST', path: '/attention/preview', body: { to: ['vera', 'milo'] } },
  ]
}

async function read(who: Person): Promise<{ request: Request; text: string }[]> {
  const all: { request: Request; text: string }[] = []
  for (const request of readings()) all.push({ request, text: (await baton.call({ token: who.token }, request)).text })
  return all
}

/** What is read by somebody holds no word of the private space nor of another workspace, and to a guest no name of those they do not meet. */
async function assertUntold(who: Person): Promise<void> {
  const forbidden = [...words, ...foreignWords, ...(guests().includes(who) ? privateNames : [])]
  for (const { request, text } of await read(who)) {
    for (const word of forbidden)
      assert.ok(!text.includes(word), `${request.method} ${request.path} tells ${who.handle} of ${word}: ${text}`)
  }
}

test('whoever is in the private space finds every word of it by these readings', async () => {
  const found = (await read(world.people.milo)).map(({ text }) => text).join('\n')
  for (const word of foreignWords) assert.ok(!found.includes(word), word)
  const held = requestOf({ method: 'GET', path: '/posts/:id/revisions' }, { params: { id: world.vault.post.byMember } })
  const { vault } = world
  const opened = [get(`/threads/${vault.thread.number}`), get(`/threads/${vault.concluded.number}`), get('/spaces/umbra'), held]
  const texts = [found]
  for (const request of opened) texts.push((await baton.call({ token: world.people.milo.token }, request)).text)
  for (const word of words)
    assert.ok(
      texts.some((text) => text.includes(word)),
      `${word} stands nowhere: what is looked for below would prove nothing.`,
    )
  for (const word of [secretWords.spaceName, secretWords.threadTitle, secretWords.post, secretWords.ask, secretWords.spacePurpose])
    assert.ok(found.includes(word), word)
})

test('no list, count or search tells anybody outside a word of the private space, or a guest of people they do not meet', async () => {
  for (const who of outside()) await assertUntold(who)
})

test('who was taken out has nothing held, nothing to do and nobody to wait for', async () => {
  for (const { token, handle } of [world.people.fern, world.people.greta]) {
    const told = async (path: string) => {
      const { body } = await baton.call({ token }, get(path))
      return body
    }
    const { needsYou, waitingOn, held } = await told('/today')
    assert.deepEqual([needsYou, waitingOn, held.count, held.byReason], [[], [], 0, {}], handle)
    assert.deepEqual(await told('/held'), held)
    for (const path of ['/inbox?state=open', '/inbox?state=done', '/inbox/threads', '/asks', '/asks?to=me', '/asks?from=me']) {
      assert.deepEqual((await told(path)).items, [], `${path} for ${handle}`)
    }
    const delivered = await baton.call({ token }, { method: 'POST', path: '/held/read' })
    assert.deepEqual([delivered.body.count, delivered.body.threads], [0, []], handle)
  }
})

test('how many open asks somebody has counts those that the reader may see', async () => {
  const load = async ({ token }: Person) => {
    const { body } = await baton.call({ token }, { method: 'POST', path: '/attention/preview', body: { to: ['vera', 'milo'] } })
    return body.items.map((item: { load: { openAsks: number } }) => item.load.openAsks)
  }
  for (const who of [world.people.otto, world.people.ann, world.people.ada, world.people.fern])
    assert.deepEqual(await load(who), [1, 1], who.handle)
  const [ofVera, ofMilo] = await load(world.people.milo)
  assert.ok(ofVera > 1 && ofMilo > 1)
})

test('what a text refers to is named to those who may see it, and to nobody else', async () => {
  const links = async ({ token }: Person) => {
    const { body } = await baton.call({ token }, get(`/threads/${world.garden.thread.number}/posts`))
    return body.items[0].links
  }
  const { gus, otto, milo } = world.people
  const people = [
    { handle: 'vera', name: 'Vera Quillfeather' },
    { handle: 'milo', name: 'Milo Brackenridge' },
  ]
  assert.deepEqual(await links(gus), { people: [], spaces: [], threads: [] })
  assert.deepEqual(await links(otto), { people, spaces: [], threads: [] })
  const seen = await links(milo)
  assert.deepEqual([seen.spaces[0].slug, seen.threads[0].number], ['umbra', world.vault.thread.number])
})

test('a page of nobody’s tells nothing of what is in the workspace', async () => {
  for (const path of ['/api', '/api/openapi.json', '/health/live', '/health/ready', '/metrics', '/api/v1/setup', '/api/v1/nothing']) {
    const { text } = await baton.call(null, get(path))
    for (const word of [...words, ...privateNames, ...foreignWords, 'Halyard']) assert.ok(!text.includes(word), `${path}: ${text}`)
  }
})

test('an invitation opens what its maker is in, and tells of nothing else', async () => {
  const { byFormer, code } = world.invitation
  const joining = { handle: 'ivo', name: 'Ivo Fox', email: 'ivo@elsewhere.example', password, timeZone: 'UTC' }
  const shown = await baton.call(null, get(`/invitations/${byFormer}`))
  assert.deepEqual([shown.status, shown.body.spaces], [200, []])
  assert.deepEqual((await baton.call(null, get(`/invitations/${code}`))).body.spaces.length, 1)
  const joined = await world.baton.call(null, 'POST', `/invitations/${byFormer}`, joining)
  assert.equal(joined.status, 201)
  for (const path of ['/spaces/umbra', `/threads/${world.vault.thread.number}`, '/people/vera']) {
    assert.equal((await baton.call({ token: joined.body.token }, get(path))).status, 404, path)
  }
})

test('an answer that leads into the private space tells nothing of it to who is outside', async () => {
  const { vault, commons } = world
  const { call } = world.baton
  await call(world.people.milo, 'POST', `/asks/${commons.asks.toMember}/answer`, { post: vault.thread.firstPost })
  const { body } = await call(world.people.otto, 'GET', `/asks/${commons.asks.toMember}`)
  assert.equal(body.state, 'answered')
  assert.equal(body.answer.link, null)
  assert.equal((await call(world.people.vera, 'GET', `/asks/${commons.asks.toMember}`)).body.answer.link.number, vault.thread.number)
  await assertUntold(world.people.otto)
})

test('a guest asks whoever is on call of rotations they see, and among whom they meet', async () => {
  const { gus, otto } = world.people
  const asking = (to: string) => ({ space: 'garden', title: 'x', body: 'y', asks: [{ to, verb: 'do', text: 'z' }] })
  const tries = (to: string): Request[] => [
    { method: 'POST', path: '/attention/preview', body: { to: [to] } },
    { method: 'POST', path: '/attention/preview', body: { to: [to], space: 'garden' } },
    { method: 'POST', path: '/threads', body: asking(to) },
  ]
  for (const [hidden, absent] of tries('pager').map((request, place) => [request, tries('nothing')[place]!] as const)) {
    const [one, other] = [await baton.call({ token: gus.token }, hidden), await baton.call({ token: gus.token }, absent)]
    assert.deepEqual([one.status, one.text], [404, other.text], hidden.path)
  }
  for (const request of tries('watering')) {
    const { status, text } = await baton.call({ token: gus.token }, request)
    assert.equal(status, 422, text)
    for (const word of [...words, ...privateNames]) assert.ok(!text.includes(word), `${request.path}: ${text}`)
    assert.ok((await baton.call({ token: otto.token }, request)).status < 300, request.path)
  }
})

test('what is refused tells nothing that the request did not say', async () => {
  const { vault } = world
  const tries: [Person, Request][] = [
    [world.people.otto, { method: 'POST', path: '/spaces', body: { slug: 'umbra', name: 'Mine' } }],
    [
      world.people.otto,
      {
        method: 'POST',
        path: '/threads',
        body: { space: 'garden', title: 'x', body: 'y', asks: [{ to: 'umbra', verb: 'do', text: 'z' }] },
      },
    ],
    [
      world.people.gus,
      { method: 'POST', path: '/threads', body: { space: 'garden', title: 'x', body: 'y', asks: [{ to: 'vera', verb: 'do', text: 'z' }] } },
    ],
    [world.people.gus, { method: 'POST', path: '/threads', body: { people: ['otto', 'vera'], title: 'x', body: 'y' } }],
    [world.people.otto, { method: 'POST', path: `/asks/${world.commons.asks.toMember}/answer`, body: { post: vault.thread.firstPost } }],
    [world.people.ann, { method: 'POST', path: '/invitations', body: { role: 'member', spaces: ['commons', 'umbra'] } }],
    [world.people.ann, { method: 'PUT', path: '/spaces/umbra/members/vera' }],
    [world.people.gus, { method: 'PUT', path: '/spaces/garden/members/vera' }],
    [world.people.gus, { method: 'PATCH', path: '/people/vera', body: { role: 'guest' } }],
  ]
  for (const [who, request] of tries) {
    const { status, text } = await baton.call({ token: who.token }, request)
    assert.ok(status >= 400, `${request.path} was answered ${status}`)
    const forbidden = guests().includes(who) ? [...words, ...privateNames] : words
    for (const word of forbidden) assert.ok(!text.includes(word), `${request.path}: ${text}`)
  }
})

/** What has been sent on an open stream so far. */
async function sentOn(response: Response): Promise<string> {
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const chunk = await Promise.race([reader.read(), new Promise<null>((resolve) => setImmediate(() => resolve(null)))])
    if (!chunk?.value) break
    text += decoder.decode(chunk.value)
  }
  await reader.cancel()
  return text
}

const listen = ({ token }: Person, since?: number): Promise<Response> =>
  Promise.resolve(
    world.baton.app.hono.request('http://localhost:3000/api/v1/live', {
      headers: {
        host: 'localhost:3000',
        authorization: `Bearer ${token}`,
        ...(since === undefined ? {} : { 'last-event-id': String(since) }),
      },
    }),
  )

test('the live stream tells only those who may see it that something changed', async () => {
  const { people, vault, baton: whole, commons } = world
  const nobody = await whole.call(null, 'GET', '/live')
  assert.equal(nobody.status, 401)
  assert.equal((await whole.call(world.stranger.token, 'GET', '/live')).status, 401)
  const streams = await Promise.all([...outside(), people.milo].map(async (who) => ({ who, response: await listen(who) })))
  const { status } = await whole.call(people.vera, 'POST', `/threads/${vault.thread.number}/posts`, {
    body: 'For @milo @fern @greta @otto',
  })
  assert.equal(status, 201)
  await whole.call(people.vera, 'PATCH', `/threads/${vault.steered.number}`, { title: 'Other' })
  await whole.call(people.vera, 'PATCH', '/spaces/umbra', { purpose: 'Another' })
  await whole.call(people.milo, 'POST', `/asks/${vault.asks.toMember}/answer`, { body: 'Both' })
  await whole.call(people.vera, 'POST', `/threads/${commons.thread.number}/posts`, { body: 'For @milo' })
  await whole.settle()
  const inside = new RegExp(
    `thread:(${vault.thread.number}|${vault.steered.number}|${vault.concluded.number}|${world.direct.thread.number})"|umbra|${vault.id}`,
  )
  for (const { who, response } of streams) {
    const text = await sentOn(response)
    if (who === people.milo) assert.match(text, inside)
    else assert.doesNotMatch(text, inside, who.handle)
  }
  for (const who of outside()) assert.doesNotMatch(await sentOn(await listen(who, 0)), inside, who.handle)
})

test('no mail tells those outside of what is in the private space', async () => {
  const { mails } = world.baton
  const before = mails.length
  // Past two days of digests, the due of every ask, and its end.
  for (const at of [
    '2026-11-24T09:00:00Z',
    '2026-11-24T16:00:00Z',
    '2026-11-25T09:00:00Z',
    '2026-11-25T16:00:00Z',
    '2026-12-02T16:00:00Z',
  ]) {
    world.baton.clock.set(at)
    await world.baton.settle()
  }
  const sent = mails.slice(before)
  const to = (someone: Person) => sent.filter((mail) => JSON.stringify(mail.to).includes(`${someone.handle}@`))
  assert.ok(
    to(world.people.milo).some((mail) => JSON.stringify(mail).includes(secretWords.threadTitle)),
    'who is inside is told',
  )
  for (const who of outside()) {
    for (const mail of to(who)) {
      for (const word of words) assert.ok(!JSON.stringify(mail).includes(word), `a mail to ${who.handle} tells of ${word}`)
    }
  }
})

test('after all of that it is the same', async () => {
  for (const who of outside()) await assertUntold(who)
})

test('every reading that was tried is of an endpoint that is there', () => {
  const known = baton.app.endpoints.map(({ method, path }) => new RegExp(`^${method} ${path.replaceAll(/:\w+/g, '[^/]+')}$`))
  for (const { method, path } of readings())
    assert.ok(
      known.some((one) => one.test(`${method} ${path.split('?')[0]}`)),
      path,
    )
  const lists = baton.app.endpoints.filter(({ method, path, access }) => method === 'GET' && !path.includes(':') && access !== 'open')
  const read = new Set(readings().map(({ path }) => path.split('?')[0]))
  const unread = lists.filter(({ path }) => !read.has(path) && !path.startsWith('/availability/next'))
  assert.deepEqual(
    unread.map(({ path }) => path),
    [],
    'Read these too: add them to `readings`.',
  )
})
