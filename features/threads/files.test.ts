import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { type Baton, type Someone, startBaton, testUrl } from '#app/testing/harness.ts'
import { type Sent, upload } from '#app/testing/uploading.ts'
import type { PostFile } from './contract/file.ts'

let baton: Baton
let ann: Someone
let bo: Someone
let gus: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo' })
  gus = await baton.person({ handle: 'gus', role: 'guest' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'vault', name: 'Vault', visibility: 'private' })
  await baton.call(ann, 'PUT', '/spaces/vault/members/bo')
})
after(async () => {
  await baton.close()
  assert.deepEqual(baton.faults, [])
})

const pdf: Sent = { name: 'plan.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 the plan, in full') }
const mp3: Sent = { name: 'note.mp3', type: 'audio/mpeg', bytes: Buffer.concat([Buffer.from('ID3'), Buffer.alloc(997, 7)]) }
const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 900, channels: 3, background: '#369' } })
    .png()
    .toBuffer()

interface Posted {
  readonly id: string
  readonly number: number
  readonly files: PostFile[]
}

async function posted(who: Someone, sent: readonly Sent[], space = 'ops'): Promise<Posted> {
  const files: string[] = []
  for (const file of sent) files.push(await upload(baton, who, file))
  const { status, body } = await baton.call(who, 'POST', '/threads', { space, title: 'Files', body: 'See these.', files })
  assert.equal(status, 201, JSON.stringify(body))
  return { id: body.posts.items[0].id, number: body.number, files: body.posts.items[0].files }
}

const filesOf = async (who: Someone, { number }: Posted): Promise<PostFile[]> =>
  (await baton.call(who, 'GET', `/threads/${number}`)).body.posts.items[0].files

const get = (address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  Promise.resolve(baton.app.hono.request(`${testUrl}${address}`, { method, headers: { host: 'localhost:3000', ...headers } }))

async function first<Item>(items: Promise<readonly Item[]> | readonly Item[]): Promise<Item> {
  const [item] = await items
  assert.ok(item)
  return item
}

test('a post shows its files in their order, with what its author says of them', async () => {
  const ids = [await upload(baton, ann, pdf), await upload(baton, ann, mp3)]
  const { body: thread } = await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Start', body: 'It begins.' })
  const files = [{ id: ids[1], description: 'What Bo said' }, ids[0]]
  const { status, body } = await baton.call(ann, 'POST', `/threads/${thread.number}/posts`, { body: 'Both.', files })
  assert.equal(status, 201)
  const shape = ({ name, type, kind, size, description, preview }: PostFile) => [name, type, kind, size, description, preview]
  assert.deepEqual(body.files.map(shape), [
    ['note.mp3', 'audio/mpeg', 'audio', 1000, 'What Bo said', null],
    ['plan.pdf', 'application/octet-stream', 'other', 26, '', null],
  ])
  const read = await baton.call(bo, 'GET', `/posts/${body.id}`)
  assert.deepEqual(read.body.files.map(shape), body.files.map(shape))
})

test('posts show their files in as many statements as without any', async () => {
  const { number } = await posted(ann, [pdf, mp3])
  await baton.call(ann, 'GET', '/me')
  const statements = await baton.statements(() => baton.call(bo, 'GET', `/threads/${number}`))
  const { body: plain } = await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Plain', body: 'Nothing.' })
  assert.equal(statements.length, (await baton.statements(() => baton.call(bo, 'GET', `/threads/${plain.number}`))).length)
})

test('a file goes into one post, of whoever uploaded it, once it is whole', async () => {
  const id = await upload(baton, ann, pdf)
  const body = { space: 'ops', title: 'One', body: 'Here.', files: [id] }
  assert.equal((await baton.call(bo, 'POST', '/threads', body)).status, 404)
  const both = await Promise.all([1, 2].map(() => baton.call(ann, 'POST', '/threads', body)))
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((one, other) => one - other),
    [201, 409],
  )
  assert.deepEqual(both.find(({ status }) => status === 409)?.body.code, 'file.already_posted')
  const twice = await baton.call(ann, 'POST', '/threads', { ...body, files: [id, id] })
  assert.deepEqual([twice.status, twice.body.errors[0].path], [422, 'files'])
  const absent = await baton.call(ann, 'POST', '/threads', { ...body, files: ['01a207a2-0000-7000-8000-000000000000'] })
  assert.deepEqual([absent.status, absent.body.code, absent.body.errors[0].path], [404, 'file.not_found', 'files.0'])
})

test('a post with files leaves at once: what is in no post is not kept until later', async () => {
  const later = { space: 'ops', title: 'Later', body: 'Here.', files: [await upload(baton, ann, pdf)], sendAt: '2026-12-01T09:00:00Z' }
  const refused = await baton.call(ann, 'POST', '/threads', later)
  assert.deepEqual([refused.status, refused.body.errors[0].path], [422, 'files'])
})

test('a refused post leaves its files as they were', async () => {
  const id = await upload(baton, ann, pdf)
  const asking = { space: 'ops', title: 'One', body: 'Here.', files: [id] }
  const refused = await baton.call(ann, 'POST', '/threads', { ...asking, asks: [{ to: 'nemo', verb: 'do', text: 'This' }] })
  assert.equal(refused.status, 404)
  assert.equal((await baton.call(ann, 'POST', '/threads', asking)).status, 201)
})

test('an address is for whom it was made, whoever uses it, until it ends', async () => {
  const { files } = await posted(ann, [pdf])
  const { address, until } = await first(files)
  const right = await get(address, { cookie: 'baton=nonsense', authorization: 'Bearer baton_nonsense' })
  assert.equal(await right.text(), '%PDF-1.7 the plan, in full')
  assert.equal(right.headers.get('set-cookie'), null)
  const left = Temporal.Instant.from(until).since(baton.clock.now()).total('minutes')
  assert.ok(left >= 5 && left <= 10)
  const url = new URL(address, testUrl)
  for (const [name, value] of [
    ['sig', `${url.searchParams.get('sig')}x`],
    ['sig', (url.searchParams.get('sig') ?? '').replace(ann.id, bo.id)],
    ['sig', ''],
    ['until', '2027-01-01T00:00:00Z'],
    ['form', 'preview'],
  ] as const) {
    const changed = new URL(url)
    changed.searchParams.set(name, value)
    const refused = await get(changed.pathname + changed.search)
    assert.deepEqual([refused.status, refused.headers.get('content-type')], [404, 'application/problem+json'], `${name} ${value}`)
  }
  const other = await posted(ann, [mp3])
  assert.equal((await get(address.replace(/files\/[^?]+/, `files/${(await first(other.files)).id}`))).status, 404)
  baton.clock.advance({ minutes: 10 })
  const ended = await get(address)
  assert.deepEqual([ended.status, ((await ended.json()) as { code: string }).code], [403, 'file.address_ended'])
})

test('within five minutes addresses stay the same, so that an unchanged thread is not answered again', async () => {
  const one = await posted(ann, [pdf])
  baton.clock.advance({ minutes: 5 - ((baton.clock.now().epochMilliseconds / 60_000) % 5) })
  const { headers } = await baton.call(ann, 'GET', `/threads/${one.number}`)
  baton.clock.advance({ minutes: 4 })
  const again = await baton.call(ann, 'GET', `/threads/${one.number}`, undefined, { 'if-none-match': headers.get('etag') ?? '' })
  assert.equal(again.status, 304)
})

test('whoever lost access, or was deactivated, finds nothing at an address that was right', async () => {
  const inVault = await posted(ann, [pdf], 'vault')
  const { address } = await first(filesOf(bo, inVault))
  assert.equal((await get(address)).status, 200)
  await baton.call(ann, 'DELETE', '/spaces/vault/members/bo')
  assert.equal((await get(address)).status, 404)
  const cy = await baton.person({ handle: 'cy' })
  const inOps = await posted(ann, [pdf])
  const hers = await first(filesOf(cy, inOps))
  assert.equal((await get(hers.address)).status, 200)
  await baton.call(ann, 'PATCH', '/people/cy', { active: false })
  assert.equal((await get(hers.address)).status, 404)
  assert.equal((await baton.call(gus, 'GET', `/threads/${inOps.number}`)).status, 404)
})

test('a deleted post takes its files along: at once there is none, then its bytes are gone', async () => {
  const one = await posted(ann, [pdf, { name: 'a.png', bytes: await picture() }])
  const files = await filesOf(bo, one)
  await baton.call(ann, 'DELETE', `/posts/${one.id}`)
  for (const { address } of files) assert.equal((await get(address)).status, 404)
  assert.deepEqual(await filesOf(bo, one), [])
  await baton.settle()
  const names = await readdir(baton.files.folder, { recursive: true })
  for (const { id } of files) assert.ok(!names.some((name) => name.includes(id)))
})

test('an edit says which files a post has from now on, and leaves them alone when it says nothing', async () => {
  const one = await posted(ann, [pdf, mp3])
  const [keep, drop] = one.files
  const edit = (body: object) => baton.call(ann, 'PATCH', `/posts/${one.id}`, { body: 'See these.', ...body })
  assert.deepEqual((await edit({ body: 'Better.' })).body.files.length, 2)
  const fresh = await upload(baton, ann, { ...pdf, name: 'new.pdf' })
  const { body } = await edit({ body: 'Better.', files: [fresh, { id: keep?.id, description: 'The plan' }] })
  const named = body.files.map(({ name, description }: PostFile) => [name, description])
  assert.deepEqual(
    [named, body.version],
    [
      [
        ['new.pdf', ''],
        ['plan.pdf', 'The plan'],
      ],
      3,
    ],
  )
  assert.equal((await get(drop?.address ?? '')).status, 404)
  assert.equal((await edit({ body: 'Better.', files: [fresh, { id: keep?.id, description: 'The plan' }] })).body.version, 3)
  assert.deepEqual((await edit({ body: 'Better.', files: [] })).body.files, [])
})

test('whatever a file is, nothing of it runs: it is handed out, unless it is a picture or to be played', async () => {
  const html: Sent = { name: 'page.html', type: 'text/html', bytes: Buffer.from('<script>alert(1)</script>') }
  const svg: Sent = {
    name: 'a.svg',
    type: 'image/svg+xml',
    bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  }
  const { files } = await posted(ann, [html, svg, pdf, mp3, { name: 'a.png', type: 'text/html', bytes: await picture() }])
  const answers = await Promise.all(files.map(({ address }) => get(address)))
  assert.deepEqual(
    answers.map(({ headers }) => [headers.get('content-type'), headers.get('content-disposition')?.split(';')[0]]),
    [
      ['application/octet-stream', 'attachment'],
      ['application/octet-stream', 'attachment'],
      ['application/octet-stream', 'attachment'],
      ['audio/mpeg', 'inline'],
      ['image/png', 'inline'],
    ],
  )
  for (const { headers } of answers) {
    assert.match(headers.get('content-security-policy') ?? '', /^sandbox;/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin')
    assert.match(headers.get('cache-control') ?? '', /^private, max-age=\d+/)
  }
})

test('a file keeps its name when it is downloaded, in any script', async () => {
  const { files } = await posted(ann, [{ ...pdf, name: `план "b" 計画's.pdf` }])
  const { headers } = await get((await first(files)).address)
  assert.equal(
    headers.get('content-disposition'),
    `attachment; filename="_b_ s.pdf"; filename*=UTF-8''%D0%BF%D0%BB%D0%B0%D0%BD%20%22b%22%20%E8%A8%88%E7%94%BB%27s.pdf`.replace(
      '_b_ s',
      "_b_ 's",
    ),
  )
})

test('a part of a file is answered as it is asked for', async () => {
  const { files } = await posted(ann, [pdf])
  const { address } = await first(files)
  const part = async (range: string, more: Record<string, string> = {}) => {
    const answer = await get(address, { range, ...more })
    return [answer.status, answer.headers.get('content-range'), answer.headers.get('content-length'), await answer.text()]
  }
  assert.deepEqual(await part('bytes=0-4'), [206, 'bytes 0-4/26', '5', '%PDF-'])
  assert.deepEqual(await part('bytes=22-'), [206, 'bytes 22-25/26', '4', 'full'])
  assert.deepEqual(await part('bytes=-4'), [206, 'bytes 22-25/26', '4', 'full'])
  assert.deepEqual(await part('bytes=20-999'), [206, 'bytes 20-25/26', '6', 'n full'])
  assert.deepEqual(await part('bytes=26-'), [416, 'bytes */26', null, ''])
  assert.deepEqual(await part('bytes=9-2'), [416, 'bytes */26', null, ''])
  for (const whole of ['bytes=0-1,3-4', 'bytes=-', 'lines=1-2', 'bytes=x-y']) assert.equal((await part(whole))[0], 200, whole)
  const { headers } = await get(address)
  const tag = headers.get('etag') ?? ''
  assert.equal((await part('bytes=0-4', { 'if-range': tag }))[0], 206)
  assert.equal((await part('bytes=0-4', { 'if-range': '"other"' }))[0], 200)
  assert.equal((await get(address, { 'if-none-match': tag })).status, 304)
  const head = await get(address, {}, 'HEAD')
  assert.deepEqual(
    [head.status, head.headers.get('content-length'), head.headers.get('accept-ranges'), await head.text()],
    [200, '26', 'bytes', ''],
  )
})
