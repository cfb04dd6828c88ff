import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { acts } from './simulation/acts.ts'
import { ensurePromises } from './simulation/promises.ts'
import { build, moodOf, note, pick, type World } from './simulation/world.ts'

// A replay: SEED=17 node tools/test.js tests/simulation.test.ts. Longer: STEPS=5000.
const seed = Number(process.env['SEED'] ?? 20261123)
const steps = Number(process.env['STEPS'] ?? 160)
// After so many hours every ask has ended by itself, whoever was away until then: in odd steps, so that each comes upon everybody's hours.
const HOURS_AFTER = 24 * 50
const STRIDE = 23

async function step(world: World, index: number): Promise<void> {
  const { baton, random } = world
  moodOf(world)
  // Nobody acts at the very instant at which the worker has been through: that instant is over.
  baton.clock.advance({ seconds: 1 })
  for (let count = random(4); count >= 0; count -= 1) {
    const answer = await pick(world, acts)(world)
    const status = typeof answer === 'object' && answer !== null && 'status' in answer ? answer.status : 200
    assert.notEqual(status, 500, JSON.stringify(baton.faults))
  }
  // Mostly the worker runs; now and then it was gone for hours.
  const pause = random(8) === 0 ? { minutes: 300 + random(2000) } : { minutes: 1 + random(75) }
  const since = baton.clock.now()
  if (random(3) > 0) await baton.settle()
  baton.clock.advance(pause)
  if (random(12) === 0) await baton.restartWorker()
  await baton.settle()
  await ensurePromises(world, since).catch((error: unknown) => {
    throw new Error(`at step ${index}, ${baton.clock.now().toString()}, seed ${seed}`, { cause: error })
  })
}

/** What the story came upon, so that one that comes upon nothing is seen. */
async function toldOf({ baton: { db } }: World): Promise<string> {
  const { rows } = await sql<{ type: string; count: number }>`
    select type, count(*) from events where type ~ '^(ask|swap|shift)\\.' group by type order by type
  `.execute(db)
  return rows.map(({ type, count }) => `${type} ${count}`).join(', ')
}

test(`the promises hold through outages, absences, changing shifts, hours and clocks (seed ${seed})`, async (t) => {
  const world = await build(seed)
  const { baton } = world
  t.after(() => baton.close())
  for (let index = 0; index < steps; index += 1) await step(world, index)
  baton.mailServer?.behave((mail) => note(world, mail))
  const since = baton.clock.now()
  for (let hours = 0; hours < HOURS_AFTER; hours += STRIDE) {
    baton.clock.advance({ hours: STRIDE })
    await baton.settle()
  }
  await ensurePromises(world, since.add({ hours: HOURS_AFTER }))
  const mails = await baton.db.selectFrom('mails').select(['state', 'kind']).where('state', 'in', ['queued', 'sending']).execute()
  assert.deepEqual(mails, [], 'no mail is left behind')
  const asks = await baton.db.selectFrom('asks').select(['state', 'expires_at', 'delivered_at']).where('state', '=', 'open').execute()
  assert.deepEqual(asks, [], 'every ask ends')
  t.diagnostic(await toldOf(world))
})
