import assert from 'node:assert/strict'
import { mkdir, readdir, rm, symlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { after, before, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { announce, send, tus, upload } from '#app/testing/uploading.ts'

let baton: Baton
let ann: Someone
let bo: Someone

before(async () => {
  baton = await startBaton({ fileLimit: 100_000 })
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
})
after(async () => {
  await baton.close()
  assert.deepEqual(baton.faults, [])
})

const text = (length: number): Buffer<ArrayBuffer> => Buffer.from('abcdefghij'.repeat(length / 10))
const begin = async (size: number, who = ann): Promise<string> =>
  ((await (await announce(baton, who, { size })).json()) as { id: string }).id
const head = (id: string, who = ann): Promise<Response> => tus(baton, who, { method: 'HEAD', path: `/uploads/${id}` })
const offsetOf = async (id: string): Promise<string | null> => (await head(id)).headers.get('upload-offset')
const codeOf = async (response: Response): Promise<unknown> => ((await response.json()) as { code: string }).code
const post = (who: Someone, files: unknown[]) =>
  baton.call(who, 'POST', '/threads', { space: 'ops', title: 'Files', body: 'See these.', files })
/** What lies on the disk, folders aside. */
async function onDisk(): Promise<string[]> {
  const entries = await readdir(baton.files.folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)
}
async function bytesAt(address: string): Promise<Buffer> {
  const response = await baton.app.hono.request(`http://localhost:3000${address}`, { headers: { host: 'localhost:3000' } })
  assert.equal(response.status, 200)
  return Buffer.from(await response.arrayBuffer())
}
/** A body of which one piece comes, and then the connection is lost. */
function cutAfter(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new Error('the connection is gone'))
      else controller.enqueue(bytes)
      sent = true
    },
  })
}

test('an upload begins with a place for its bytes, and says until when it is kept', async () => {
  const begun = await announce(baton, ann, { name: 'plan.txt', size: 30 })
  const body = (await begun.json()) as Record<string, unknown>
  assert.equal(begun.status, 201)
  assert.equal(begun.headers.get('location'), `http://localhost:3000/api/v1/uploads/${String(body['id'])}`)
  assert.equal(begun.headers.get('upload-offset'), '0')
  assert.equal(begun.headers.get('tus-resumable'), '1.0.0')
  assert.equal(begun.headers.get('upload-expires'), 'Tue, 24 Nov 2026 09:00:00 GMT')
  assert.deepEqual([body['name'], body['size'], body['received'], body['file']], ['plan.txt', 30, 0, null])
})

test('an id names the same upload, in however large letters it is written', async () => {
  const id = await begin(20)
  const large = id.toUpperCase()
  const known = await onDisk()
  assert.equal((await send(baton, ann, { id: large, body: text(10) })).status, 204)
  assert.equal(await offsetOf(large), '10')
  assert.equal((await send(baton, ann, { id, offset: 10, body: text(10) })).status, 204)
  assert.deepEqual(
    (await onDisk()).filter((name) => !known.includes(name)),
    [id],
  )
  const { status, body } = await post(ann, [large])
  assert.equal(status, 201)
  assert.equal((await bytesAt(body.posts.items[0].files[0].address)).toString(), text(20).toString())
})

test('bytes come in as many pieces as they like, and the whole is what was sent', async () => {
  const id = await begin(60)
  for (const offset of [0, 20, 40]) {
    const sent = await send(baton, ann, { id, offset, body: text(60).subarray(offset, offset + 20) })
    assert.deepEqual([sent.status, sent.headers.get('upload-offset')], [204, String(offset + 20)])
  }
  const { body } = await baton.call(ann, 'GET', `/uploads/${id}`)
  assert.deepEqual(await bytesAt(body.file.address), text(60))
})

test('after a cut connection an upload goes on from what came', async () => {
  const id = await begin(60)
  await send(baton, ann, { id, body: cutAfter(text(60).subarray(0, 30)) })
  assert.equal(await offsetOf(id), '30')
  assert.equal((await send(baton, ann, { id, offset: 30, body: text(60).subarray(30) })).status, 204)
  const { body } = await baton.call(ann, 'GET', `/uploads/${id}`)
  assert.deepEqual(await bytesAt(body.file.address), text(60))
})

test('bytes that do not begin where the last ones ended are refused, and say where to go on', async () => {
  const id = await begin(60)
  await send(baton, ann, { id, body: text(20) })
  for (const offset of [0, 10, 21, 60]) {
    const refused = await send(baton, ann, { id, offset, body: text(10) })
    const problem = (await refused.json()) as Record<string, unknown>
    assert.deepEqual([refused.status, problem['code'], problem['received']], [409, 'upload.other_offset', 20])
  }
  assert.equal(await offsetOf(id), '20')
})

test('whoever sends while an older request hangs takes over, and nothing is mixed', async () => {
  const id = await begin(60)
  const hanging = send(baton, ann, {
    id,
    body: new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(text(10)) }),
  })
  assert.equal(await offsetOf(id), '10')
  assert.equal((await hanging).status, 204)
  const answers = await Promise.all(
    [20, 50].map((length) => send(baton, ann, { id, offset: 10, body: text(60).subarray(10, 10 + length) })),
  )
  assert.ok(answers.every(({ status }) => status === 204 || status === 409))
  const from = Number(await offsetOf(id))
  if (from < 60) await send(baton, ann, { id, offset: from, body: text(60).subarray(from) })
  const { body } = await baton.call(ann, 'GET', `/uploads/${id}`)
  assert.deepEqual(await bytesAt(body.file.address), text(60))
})

test('bytes on disk that no row speaks of are written over', async () => {
  const id = await begin(60)
  await send(baton, ann, { id, body: text(20) })
  // A kill between the bytes and the row.
  await baton.files.kept.append(
    { workspaceId: 1, id },
    20,
    (async function* () {
      yield Buffer.from('never acknowledged')
    })(),
  )
  assert.equal(await offsetOf(id), '20')
  await send(baton, ann, { id, offset: 20, body: text(60).subarray(20) })
  const { body } = await baton.call(ann, 'GET', `/uploads/${id}`)
  assert.deepEqual(await bytesAt(body.file.address), text(60))
})

test('what is too large, empty, longer than it said, or said wrongly is refused in words', async () => {
  const large = await announce(baton, ann, { size: 100_001 })
  assert.deepEqual([large.status, await codeOf(large)], [413, 'file.too_large'])
  assert.equal((await announce(baton, ann, { size: 0 })).status, 422)
  const id = await begin(20)
  const long = await send(baton, ann, { id, body: text(30) })
  assert.deepEqual([long.status, await codeOf(long), await offsetOf(id)], [413, 'upload.too_long', '0'])
  const unsaid = await send(baton, ann, { id, body: new Blob([text(30)]).stream() })
  assert.deepEqual([unsaid.status, await offsetOf(id)], [413, '0'])
  for (const headers of [{ 'upload-length': '-1' }, { 'upload-length': 'ten' }, { 'upload-length': '1e3' }, {}]) {
    const refused = await tus(baton, ann, { method: 'POST', path: '/files', headers })
    assert.deepEqual([refused.status, await codeOf(refused)], [400, 'upload.malformed'])
  }
  const other = await tus(baton, ann, { method: 'POST', path: '/files', headers: { 'tus-resumable': '0.2.2', 'upload-length': '1' } })
  assert.deepEqual([other.status, other.headers.get('tus-version')], [412, '1.0.0'])
  const untyped = await tus(baton, ann, { method: 'PATCH', path: `/uploads/${id}`, headers: { 'upload-offset': '0' }, body: 'x' })
  assert.equal(untyped.status, 400)
})

test('an upload is its uploader’s alone', async () => {
  const id = await begin(20)
  assert.equal((await head(id, bo)).status, 404)
  assert.equal((await send(baton, bo, { id, body: text(20) })).status, 404)
  assert.equal((await baton.call(bo, 'DELETE', `/uploads/${id}`, {})).status, 404)
  await send(baton, ann, { id, body: text(20) })
  assert.equal((await post(bo, [id])).status, 404)
})

test('a name is kept in any script, without folders and what cannot be seen', async () => {
  const named = async (name: string): Promise<string> => {
    const { body } = await baton.call(ann, 'GET', `/uploads/${await upload(baton, ann, { name, bytes: text(10) })}`)
    return body.name
  }
  assert.equal(await named('計画 – план.txt'), '計画 – план.txt')
  assert.equal(await named('../../etc/passwd'), 'passwd')
  assert.equal(await named(String.raw`C:\temp\a.txt`), 'a.txt')
  assert.equal(await named('invoice\u202Efdp.exe\n'), 'invoicefdp.exe')
  assert.equal(await named('..'), 'file')
  assert.equal(await named(''), 'file')
  const long = await named(`${'long '.repeat(100)}.tar`)
  assert.ok(long.length <= 200 && long.endsWith('.tar'))
})

test('a full disk is said, and leaves nothing half-done', async () => {
  const id = await begin(20)
  const path = baton.files.kept.path({ workspaceId: 1, id })
  await mkdir(dirname(path), { recursive: true })
  await symlink('/dev/full', path)
  const refused = await send(baton, ann, { id, body: text(20) })
  assert.deepEqual([refused.status, await codeOf(refused), await offsetOf(id)], [507, 'file.no_room', '0'])
  await rm(path)
  assert.equal((await send(baton, ann, { id, body: text(20) })).status, 204)
})

test('one person’s files that are in no post are bounded', async () => {
  const cy = await baton.person({ handle: 'cy' })
  for (let count = 0; count < 10; count += 1) assert.equal((await announce(baton, cy, { size: 100_000 })).status, 201)
  const refused = await announce(baton, cy, { size: 100_000 })
  assert.deepEqual([refused.status, await codeOf(refused)], [409, 'file.too_many_waiting'])
  const di = await baton.person({ handle: 'di' })
  const answers = await Promise.all(Array.from({ length: 12 }, () => announce(baton, di, { size: 100_000 })))
  assert.equal(answers.filter(({ status }) => status === 201).length, 10)
})

test('a file that is taken away is gone at once, and its bytes with it', async () => {
  const id = await upload(baton, ann, { bytes: text(20) })
  const { body } = await baton.call(ann, 'GET', `/uploads/${id}`)
  assert.equal((await baton.call(ann, 'DELETE', `/uploads/${id}`, {})).status, 200)
  assert.equal((await baton.call(null, 'GET', body.file.address)).status, 404)
  assert.equal((await head(id)).status, 404)
  await baton.settle()
  assert.ok(!(await onDisk()).includes(id))
})

test('what is in no post is swept away after a day, whole or not; what is posted stays', async () => {
  const unfinished = await begin(40)
  await send(baton, ann, { id: unfinished, body: text(20) })
  const whole = await upload(baton, ann, { bytes: text(20) })
  const posted = await upload(baton, ann, { bytes: text(20) })
  assert.equal((await post(ann, [posted])).status, 201)
  baton.clock.advance({ hours: 23, minutes: 59 })
  await baton.settle()
  assert.equal((await head(unfinished)).status, 200)
  baton.clock.advance({ minutes: 1 })
  for (const id of [unfinished, whole]) assert.equal((await head(id)).status, 404)
  assert.equal((await post(ann, [whole])).status, 404)
  await baton.settle()
  const left = await onDisk()
  assert.deepEqual([left.includes(unfinished), left.includes(whole), left.includes(posted)], [false, false, true])
  assert.deepEqual(await baton.db.selectFrom('discarded_files').select('file_id').execute(), [])
})
