import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Request } from 'playwright-core'
import { openBaton } from './browser.ts'
import { holdIdle } from './first-page.ts'
import { HALYARD_BEGINS, tellHalyard } from './halyard.ts'

const KILOBYTE = 1_000

interface Loaded {
  readonly path: string
  readonly kind: string
  /** As transferred: compressed, without headers. */
  readonly bytes: number
}

test('the first load of Today is few requests and few bytes', async (t) => {
  const { baton, url, open } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await holdIdle(page)
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  await page.goto('/')
  await page.getByText('Needs you').waitFor()
  await page.evaluate(() => document.fonts.ready)

  const stream = `${url}/api/v1/live`
  const loaded = await Promise.all(
    requests.filter((request) => request.url() !== stream && !request.url().startsWith('data:')).map(measure),
  )
  const of = (...kinds: string[]): Loaded[] => loaded.filter(({ kind }) => kinds.includes(kind))
  const sum = (items: readonly Loaded[]): number => items.reduce((total, { bytes }) => total + bytes, 0)
  for (const { path, kind, bytes } of loaded) t.diagnostic(`${kind} ${path}: ${bytes} bytes`)
  t.diagnostic(`${loaded.length} requests; JS and CSS ${sum(of('script', 'stylesheet'))} bytes, fonts ${sum(of('font'))} bytes`)

  assert.equal(of('document').length, 1)
  assert.equal(of('stylesheet').length, 1)
  assert.ok(of('script').length <= 3, 'at most 3 scripts')
  assert.equal(of('font').length, 2)
  assert.deepEqual(
    of('fetch', 'xhr').map(({ path }) => path),
    ['/api/v1/today'],
  )
  assert.ok(loaded.length <= 8, 'at most 8 requests')
  assert.ok(sum(of('script', 'stylesheet')) <= 150 * KILOBYTE, 'JS and CSS at most 150 kB')
  assert.ok(sum(of('font')) <= 120 * KILOBYTE, 'fonts at most 120 kB')
})

async function measure(request: Request): Promise<Loaded> {
  await request.response()
  const { responseBodySize } = await request.sizes()
  return { path: new URL(request.url()).pathname, kind: request.resourceType(), bytes: responseBodySize }
}
