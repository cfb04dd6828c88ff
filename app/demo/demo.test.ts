import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { CannotStart } from '#platform/postgres/place.ts'
import { startBaton, testUrl } from '#app/testing/harness.ts'
import { readCast } from './cast.ts'
import { serveDemo } from './serve-demo.ts'
import { addressOf, DEMO_PASSWORD, tellCast } from './tell-cast.ts'

test('Halyard is told through the API and stands as the design shows it', async (t) => {
  const baton = await startBaton()
  t.after(() => baton.close())
  await tellCast({ app: baton.app, url: testUrl, clock: baton.clock, settle: () => baton.settle() }, await readCast())
  assert.equal(baton.clock.now().toString(), '2026-11-17T17:04:00Z')
  const signedIn = await baton.call(null, 'POST', '/sign-in', { email: addressOf('john'), password: DEMO_PASSWORD })
  assert.equal(signedIn.status, 200)
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { body: today } = await baton.call(null, 'GET', '/today', undefined, { cookie })
  assert.deepEqual(
    today.needsYou.map((ask: { text: string; due: string }) => [ask.due, ask.text]),
    [
      ['2026-11-17T20:00:00Z', 'Extend Delmar Bakery’s free plan to 31 January'],
      ['2026-11-17T21:00:00Z', 'Can a streamed export keep the column order people saved?'],
      ['2026-11-18T14:00:00Z', 'Login outage, 12 November: what we change'],
      ['2026-11-19T16:00:00Z', 'Proposal: run exports in the background, send a link'],
      ['2026-11-20T15:00:00Z', 'Estimate round: scheduled reports, 6 items'],
    ],
  )
  assert.deepEqual(today.waitingOn.map((ask: { owner: { handle: string } }) => ask.owner.handle).toSorted(), [
    'ann',
    'arjun',
    'priya',
    'tunde',
  ])
  assert.deepEqual([today.held.count, today.held.nextDelivery], [12, '2026-11-17T19:00:00Z'])
  const states = await baton.db.selectFrom('asks').select('state').distinct().orderBy('state').execute()
  assert.deepEqual(
    states.map(({ state }) => state),
    ['answered', 'declined', 'expired', 'open', 'withdrawn'],
  )
  assert.deepEqual(baton.faults, [])
})

test('a demo refuses data that is not its own, a database of others, and to be reached from elsewhere', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-demo-'))
  await writeFile(join(folder, 'secret'), 'of a workspace')
  const refused = (env: Record<string, string>, message: RegExp): Promise<void> =>
    assert.rejects(
      serveDemo(
        { BATON_DATA_DIR: folder, ...env },
        () => {},
        () => {},
      ),
      (error) => error instanceof CannotStart && message.test(error.message),
    )
  await refused({}, /holds something that is not a demo/)
  await refused({ DATABASE_URL: 'postgres://baton@localhost/baton' }, /without DATABASE_URL/)
  await refused({ HOST: '0.0.0.0' }, /this machine only/)
  await refused({ BATON_URL: 'https://baton.halyard.example' }, /this machine only/)
  assert.deepEqual(await readdir(folder), ['secret'])
  await rm(folder, { recursive: true })
})
