import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Answer } from '#app/testing/harness.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { expected } from './expected.ts'
import { endpointOf, fixtures } from './fixtures.ts'
import { requestOf } from './requests.ts'
import { foreignWords, privateNames, secretWords } from './secret-words.ts'
import { type Credentials, type Unchanging, unchanging } from './unchanging.ts'
import { type Actor, actors, buildWorld, credentialsOf, type World } from './world.ts'

interface Answered extends Answer {
  readonly row: string
  readonly actor: Actor
  readonly text: string
}

let world: World
let baton: Unchanging
/** What everybody was answered to every row: by token, where tokens are taken. */
let answers: readonly Answered[]

before(async () => {
  world = await buildWorld()
  baton = await unchanging(world.baton)
  answers = await askAll((row, actor) => credentialsOf(world, actor, endpoint(row).access === 'session' ? 'session' : 'token'))
})
after(async () => {
  await baton.close()
  await world.baton.close()
})

const endpoints = (): readonly Endpoint[] => baton.app.endpoints
const rows = (): string[] =>
  Object.keys(expected).filter((row) => fixtures[row] && endpoints().some(({ name }) => name === endpointOf(row)))

function endpoint(row: string): Endpoint {
  const found = endpoints().find(({ name }) => name === endpointOf(row))
  assert.ok(found, `There is no endpoint ${endpointOf(row)} any more: take "${row}" out of fixtures.ts and expected.ts.`)
  return found
}

async function ask(row: string, actor: Actor, who: Credentials): Promise<Answered> {
  return { row, actor, ...(await baton.call(who, requestOf(endpoint(row), fixtures[row]!(world, actor)))) }
}

async function askAll(whoIs: (row: string, actor: Actor) => Credentials, some: (row: string) => boolean = () => true): Promise<Answered[]> {
  const all: Answered[] = []
  for (const row of rows().filter(some)) for (const actor of actors) all.push(await ask(row, actor, whoIs(row, actor)))
  return all
}

/** Differences as lines of the table, so that a failure reads like it. */
function differences(found: readonly Answered[]): string[] {
  return [...Map.groupBy(found, ({ row }) => row)].flatMap(([row, across]) => {
    const statuses = across.map(({ status }) => status)
    return statuses.join() === expected[row]?.join()
      ? []
      : [`${row}: expected [${expected[row]?.join(', ')}], answered [${statuses.join(', ')}]`]
  })
}

test('every endpoint of the contract stands in the table', () => {
  const tried = new Set(Object.keys(fixtures).map(endpointOf))
  for (const { name } of endpoints()) {
    assert.ok(
      tried.has(name),
      `Nobody tries ${name}: add what is sent to it to tests/access/fixtures.ts, and what each actor is answered to expected.ts.`,
    )
  }
})

test('every row says what is sent and what is answered, to an endpoint that is there', () => {
  for (const row of Object.keys(fixtures))
    assert.ok(expected[row], `What each actor is answered to "${row}" is missing: add it to tests/access/expected.ts.`)
  for (const row of Object.keys(expected))
    assert.ok(fixtures[row], `What is sent in "${row}" is missing: add it to tests/access/fixtures.ts.`)
  for (const row of Object.keys(fixtures)) endpoint(row)
})

test('every address of the API is an endpoint of the contract, but for the live stream', () => {
  const declared = new Set(endpoints().map(({ method, path }) => `${method} /api/v1${path}`))
  const bound = baton.app.hono.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
  const others = bound.map(({ method, path }) => `${method} ${path}`).filter((route) => !declared.has(route))
  assert.deepEqual(others, ['GET /api/v1/live'])
})

test('everybody is answered what the table says', () => {
  assert.deepEqual(differences(answers), [])
})

test('what is answered has the declared shape, and nothing fails', () => {
  assert.deepEqual(baton.faults, [])
})

test('everybody is answered the same in a browser', async () => {
  const again = await askAll(
    (_, actor) => credentialsOf(world, actor, 'session'),
    (row) => !['open', 'session'].includes(endpoint(row).access),
  )
  assert.deepEqual(differences(again), [])
  assert.deepEqual(baton.faults, [])
})

test('a refusal is a problem with words, whoever is refused', () => {
  for (const { row, status, body, headers } of answers) {
    if (status < 400) continue
    assert.equal(headers.get('content-type'), 'application/problem+json', row)
    assert.equal(body.status, status, row)
    assert.ok(body.detail.length > 10 && /^[a-z_]+(\.[a-z_]+)?$/.test(body.code), `${row}: ${JSON.stringify(body)}`)
  }
})

test('what a refusal is called is declared by its endpoint', () => {
  const everywhere = ['session.required', 'token.too_narrow', 'request.invalid']
  const undeclared = answers
    .filter(({ row, status, body }) => status >= 400 && ![...endpoint(row).failures, ...everywhere].includes(body.code))
    .map(({ row, body }) => `${endpointOf(row)}: ${body.code}`)
  assert.deepEqual([...new Set(undeclared)], [])
})

test('no answer to anybody outside holds a word of the private space', () => {
  for (const { row, actor, text } of answers) {
    // What is open is shown to whoever holds the code or the password.
    if (actor === 'member' || endpoint(row).access === 'open') continue
    for (const word of Object.values(secretWords)) assert.ok(!text.includes(word), `${row} tells ${actor} of ${word}: ${text}`)
  }
})

test('no answer to a guest names anybody they do not meet', () => {
  for (const { row, text } of answers.filter(({ row, actor }) => actor === 'guest' && endpoint(row).access !== 'open')) {
    for (const name of privateNames) assert.ok(!text.includes(name), `${row} tells the guest of ${name}: ${text}`)
  }
})

test('no answer holds a word of another workspace', () => {
  for (const { row, actor, text } of answers) {
    for (const word of foreignWords) assert.ok(!text.includes(word), `${row} tells ${actor} of ${word}: ${text}`)
  }
})

test('whoever left the private space is answered as if they had never been in it', async () => {
  const { vault, people } = world
  for (const who of [people.fern, people.greta]) {
    const hidden = rows().filter((row) => expected[row]?.[actors.indexOf(who === people.fern ? 'outsider' : 'guest')] === 404)
    for (const row of hidden) {
      const { status, text } = await ask(
        row,
        'outsider',
        endpoint(row).access === 'session' ? { session: who.session } : { token: who.token },
      )
      assert.equal(status, 404, `${row}, for ${who.handle}`)
      for (const word of Object.values(secretWords)) assert.ok(!text.includes(word), `${row} tells ${who.handle} of ${word}: ${text}`)
    }
  }
  const own = ['editPost', 'deletePost', 'getPost', 'listRevisions'].map((name) => [name, vault.post.byFormer] as const)
  const asked = ['getAsk', 'withdrawAsk', 'acknowledgeAsk'].map((name) => [name, vault.asks.ofOthers] as const)
  for (const [name, id] of [...own, ...asked]) {
    const sent = { params: { id }, ...(name === 'editPost' ? { body: { body: 'Better' } } : {}) }
    assert.equal((await baton.call({ token: people.fern.token }, requestOf(endpoint(name), sent))).status, 404, name)
  }
})

test('what is absent and what is not visible are one answer', () => {
  const outside = (row: string): unknown => answers.find((one) => one.row === row && one.actor === 'outsider')?.body
  for (const [invisible, absent] of [
    ['getThread', 'getThread: absent'],
    ['getSpace', 'getSpace: absent'],
    ['getPost', 'getPost: absent'],
    ['getAsk', 'getAsk: absent'],
    ['getThread: of another workspace', 'getThread: absent'],
    ['getSpace: of another workspace', 'getSpace: absent'],
    ['getPost: of another workspace', 'getPost: absent'],
    ['getPerson: of another workspace', 'getPerson: absent'],
  ] as const) {
    assert.deepEqual(outside(invisible), outside(absent), invisible)
  }
})
