import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { type Baton, type Someone, startBaton, testUrl } from '#app/testing/harness.ts'
import { type Sent, upload } from '#app/testing/uploading.ts'
import type { PostFile } from './contract/file.ts'

let baton: Baton
let ann: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
})
after(async () => {
  await baton.close()
  assert.deepEqual(baton.faults, [])
})

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#369' } })

async function uploaded(sent: Sent): Promise<PostFile> {
  const { body } = await baton.call(ann, 'GET', `/uploads/${await upload(baton, ann, sent)}`)
  return body.file
}

async function bytesAt(address: string | null): Promise<Buffer> {
  const answer = await baton.app.hono.request(`${testUrl}${address}`, { headers: { host: 'localhost:3000' } })
  assert.equal(answer.status, 200)
  const bytes = Buffer.from(await answer.arrayBuffer())
  assert.equal(answer.headers.get('content-length'), String(bytes.byteLength))
  return bytes
}

/** A PNG that says it has so many pixels; a few bytes unpack to as many as stand in `pixels`. */
function png(width: number, height: number, pixels = 0): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.byteLength)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(pixels))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('an image is made anew: upright, no larger than a screen, and with nothing in it but its pixels', async () => {
  const taken = await plain(3000, 2000)
    .withExif({ IFD0: { Artist: 'Ann Mori' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 43/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  assert.ok((await sharp(taken).metadata()).exif)
  const file = await uploaded({ name: 'Lisbon.JPEG', type: 'image/jpeg', bytes: taken })
  assert.deepEqual([file.kind, file.type, file.name, file.width, file.height], ['image', 'image/jpeg', 'Lisbon.JPEG', 1707, 2560])
  const shown = await sharp(await bytesAt(file.address)).metadata()
  assert.deepEqual(
    [shown.width, shown.height, shown.exif, shown.orientation, shown.xmp, shown.iptc],
    [1707, 2560, undefined, undefined, undefined, undefined],
  )
  const preview = await sharp(await bytesAt(file.preview)).metadata()
  assert.deepEqual([preview.format, preview.height, preview.exif], ['webp', 1280, undefined])
  const names = await readdir(baton.files.folder, { recursive: true })
  assert.deepEqual(
    names.filter((name) => name.endsWith(file.id)),
    [],
    'what it was made from is not kept',
  )
})

test('each format is shown, in one that every browser knows', async () => {
  const formats = { png: 'image/png', webp: 'image/webp', gif: 'image/webp', avif: 'image/webp' } as const
  for (const [ending, type] of Object.entries(formats)) {
    const bytes = await plain(60, 40)
      .toFormat(ending as keyof typeof formats)
      .toBuffer()
    const file = await uploaded({ name: `a.${ending}`, type: 'application/octet-stream', bytes })
    assert.deepEqual([file.type, file.name, file.width, file.height], [type, `a.${type.slice('image/'.length)}`, 60, 40])
    assert.equal(`image/${(await sharp(await bytesAt(file.address)).metadata()).format}`, type)
  }
})

test('a picture that moves goes on moving, and stands still in the post', async () => {
  const frames = Buffer.from(Array.from({ length: 40 * 120 * 3 }, (_, index) => index % 251))
  const bytes = await sharp(frames, { raw: { width: 40, height: 120, channels: 3, pageHeight: 40 } })
    .gif()
    .toBuffer()
  const file = await uploaded({ name: 'steps.gif', bytes })
  assert.deepEqual([file.width, file.height], [40, 40])
  assert.equal((await sharp(await bytesAt(file.address)).metadata()).pages, 3)
  assert.equal((await sharp(await bytesAt(file.preview)).metadata()).pages, undefined)
})

test('an image of too many pixels is not unpacked: it is handed out as it came', async () => {
  const many = png(12_000, 12_000, 12_001 * 12_000)
  assert.ok(many.byteLength < 200_000)
  for (const bytes of [many, png(2_000_000_000, 2_000_000_000), png(0xffffffff, 1), png(50_001, 1000)]) {
    const before = process.memoryUsage().rss
    const file = await uploaded({ name: 'bomb.png', type: 'image/png', bytes })
    assert.deepEqual([file.kind, file.type, file.preview, file.size], ['other', 'application/octet-stream', null, bytes.byteLength])
    assert.ok(process.memoryUsage().rss - before < 100_000_000)
  }
})

test('a moving picture counts all its frames', async () => {
  const frames = Buffer.concat([0, 200, 0, 200].map((shade) => Buffer.alloc(4000 * 4000, shade)))
  const raw = { width: 4000, height: 16_000, channels: 1, pageHeight: 4000 } as const
  const bytes = await sharp(frames, { raw, limitInputPixels: false }).gif({ effort: 1 }).toBuffer()
  assert.equal((await sharp(bytes).metadata()).pages, 4)
  assert.equal((await uploaded({ name: 'long.gif', bytes })).kind, 'other')
})

test('what only begins like an image, or is two things at once, is never shown as it came', async () => {
  const jpeg = await plain(60, 40).jpeg().toBuffer()
  const page = Buffer.from('<html><script>alert(document.domain)</script>')
  const both = await uploaded({ name: 'a.jpg', type: 'text/html', bytes: Buffer.concat([jpeg, page]) })
  assert.equal(both.kind, 'image')
  assert.ok(!(await bytesAt(both.address)).includes('script'))
  const gif = await uploaded({ name: 'a.gif', type: 'image/gif', bytes: Buffer.from('GIF89a=1;alert(1)//<script>') })
  const cut = await uploaded({ name: 'cut.jpg', type: 'image/jpeg', bytes: jpeg.subarray(0, 200) })
  const svg = await uploaded({ name: 'a.png', type: 'image/png', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') })
  for (const file of [gif, cut, svg]) assert.deepEqual([file.kind, file.type], ['other', 'application/octet-stream'])
})
