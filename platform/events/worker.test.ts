import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { PositionedEvent } from '#platform/contract/event.ts'
import { movableClock } from '#platform/testing/clock.ts'
import { testDatabase } from '#platform/testing/database.ts'
import type { EventHandler } from './drain-outbox.ts'
import { record } from './record.ts'
import { createWorker, type WorkerOptions } from './worker.ts'

const at = '2026-11-23T09:00:00Z'

async function start(t: TestContext, { handlers = [], ...rest }: Partial<WorkerOptions> = {}) {
  const database = await testDatabase()
  const clock = movableClock(at)
  const faults: object[] = []
  const announced: PositionedEvent[][] = []
  await database.db.insertInto('workspaces').values({ id: 1, slug: 'halyard', name: 'Halyard', created_at: clock.now() }).execute()
  const options: WorkerOptions = {
    db: database.db,
    connection: { connectionString: database.url },
    clock,
    log: { info: () => {}, warn: () => {}, error: (fields) => faults.push(fields) },
    handlers,
    jobs: [],
    announce: async (_, events) => void announced.push([...events]),
    ...rest,
  }
  const note = (type: `${string}.${string}`, subject: Record<string, string> = {}) =>
    database.db.transaction().execute((tx) => record(tx, { workspaceId: 1, now: clock.now(), personId: null }, { type, subject }))
  const worker = createWorker(options)
  t.after(async () => {
    await worker.stop()
    await database.close()
  })
  return { ...database, clock, faults, announced, options, note, worker }
}

const handled: string[] = []
const keeping: EventHandler = async ({ events }) => void handled.push(...events.map(({ type }) => type))

test('facts are handled once, in the order they were recorded, and get ascending places', async (t) => {
  handled.length = 0
  const { worker, note, clock, announced, db } = await start(t, { handlers: [keeping] })
  await note('tea.made')
  clock.advance({ milliseconds: 1 })
  await note('tea.poured')
  await worker.settle()
  clock.advance({ milliseconds: 1 })
  await note('tea.drunk')
  await worker.settle()
  await worker.settle()
  assert.deepEqual(handled, ['tea.made', 'tea.poured', 'tea.drunk'])
  assert.deepEqual(
    announced.map((events) => events.map(({ position }) => position)),
    [[1, 2], [3]],
  )
  assert.deepEqual(await db.selectFrom('outbox').selectAll().execute(), [])
})

test('a fact that cannot be handled is kept aside with its cause and keeps nobody else waiting', async (t) => {
  let broken = true
  const seen: string[] = []
  const handler: EventHandler = async ({ events }) => {
    if (broken && events.some(({ type }) => type === 'cup.broken')) throw new Error('it fell')
    seen.push(...events.map(({ type }) => type))
  }
  const { worker, note, clock, faults, db } = await start(t, { handlers: [handler] })
  await note('tea.made')
  await note('cup.broken')
  await note('tea.poured')
  await worker.settle()
  assert.deepEqual(seen.toSorted(), ['tea.made', 'tea.poured'])
  const [kept] = await db.selectFrom('outbox').selectAll().execute()
  assert.equal(kept?.attempts, 1)
  assert.match(kept?.last_error ?? '', /it fell/)
  assert.equal(faults.length, 1)
  broken = false
  await worker.settle()
  assert.equal(seen.length, 2, 'it is not tried again at once')
  clock.advance({ seconds: 2 })
  await worker.settle()
  assert.equal(seen.at(-1), 'cup.broken')
})

test('what a handler wrote for a batch that failed is gone', async (t) => {
  const handler: EventHandler = async ({ tx, events }) => {
    await tx
      .insertInto('counters')
      .values({ workspace_id: 1, name: `handled ${events.map(({ type }) => type).join(' ')}`, value: 1 })
      .execute()
    if (events.some(({ type }) => type === 'cup.broken')) throw new Error('it fell')
  }
  const { worker, note, clock, db } = await start(t, { handlers: [handler] })
  await note('tea.made')
  clock.advance({ milliseconds: 1 })
  await note('cup.broken')
  await worker.settle()
  const names = (await db.selectFrom('counters').select('name').execute()).map(({ name }) => name)
  assert.deepEqual(
    names.filter((name) => name.startsWith('handled')),
    ['handled tea.made'],
  )
})

test('one process works for a workspace; another takes over when the first lets go', async (t) => {
  const first: string[] = []
  const second: string[] = []
  const { worker, options, note } = await start(t, { handlers: [async ({ events }) => void first.push(...events.map(({ type }) => type))] })
  const other = createWorker({ ...options, handlers: [async ({ events }) => void second.push(...events.map(({ type }) => type))] })
  await worker.settle()
  await note('tea.made')
  await other.settle()
  assert.deepEqual([first, second], [[], []])
  await worker.settle()
  assert.deepEqual([first, second], [['tea.made'], []])
  await worker.stop()
  await note('tea.poured')
  await other.settle()
  assert.deepEqual([first, second], [['tea.made'], ['tea.poured']])
  await other.stop()
})

test('what falls due is done after what was recorded before it and before what was recorded after', async (t) => {
  const order: string[] = []
  const dues = ['2026-11-23T09:00:10Z', '2026-11-23T09:00:20Z'].map((text) => Temporal.Instant.from(text))
  const { worker, note, clock } = await start(t, {
    handlers: [async ({ events }) => void order.push(...events.map(({ type }) => type))],
    jobs: [
      {
        name: 'bell',
        next: async () => dues[0] ?? null,
        run: async () => {
          order.push(`bell ${dues.shift()?.toString() ?? ''}`)
          return 1
        },
      },
    ],
  })
  clock.set('2026-11-23T09:00:05Z')
  await note('tea.made')
  clock.set('2026-11-23T09:00:15Z')
  await note('tea.poured')
  clock.set('2026-11-23T09:00:25Z')
  await worker.settle()
  assert.deepEqual(order, ['tea.made', 'bell 2026-11-23T09:00:10Z', 'tea.poured', 'bell 2026-11-23T09:00:20Z'])
})

test('a job that fails keeps neither facts nor other jobs waiting', async (t) => {
  const seen: string[] = []
  const due = Temporal.Instant.from(at)
  let left = 1
  const { worker, note, faults } = await start(t, {
    handlers: [async ({ events }) => void seen.push(...events.map(({ type }) => type))],
    jobs: [
      { name: 'broken', next: async () => due.subtract({ seconds: 1 }), run: () => Promise.reject(new Error('no tea')) },
      { name: 'sound', next: async () => (left > 0 ? due : null), run: async () => left-- },
    ],
  })
  await note('tea.made')
  await worker.settle()
  assert.deepEqual(seen, ['tea.made'])
  assert.equal(left, 0)
  assert.equal(faults.length, 1)
})

test('a worker that was started handles a fact soon after it is woken, and ends its turn when stopped', async (t) => {
  let told: () => void = () => {}
  const heard = new Promise<void>((resolve) => (told = resolve))
  const { worker, note } = await start(t, { handlers: [async () => told()] })
  worker.start()
  await note('tea.made')
  worker.wake()
  await heard
})

test('a job that waits for another machine keeps nothing else waiting', async (t) => {
  let release: () => void = () => {}
  const waits = new Promise<void>((resolve) => (release = resolve))
  let asked: () => void = () => {}
  const isWaiting = new Promise<void>((resolve) => (asked = resolve))
  let told: () => void = () => {}
  const heard = new Promise<void>((resolve) => (told = resolve))
  let left = 1
  const due = Temporal.Instant.from(at)
  const run = async (): Promise<number> => {
    asked()
    await waits
    return left--
  }
  const { worker, note } = await start(t, {
    handlers: [async () => told()],
    slowJobs: [[{ name: 'mail', next: async () => (left > 0 ? due : null), run }]],
  })
  worker.start()
  await isWaiting
  await note('tea.made')
  worker.wake()
  await heard
  release()
})
