import assert from 'node:assert/strict'
import { test } from 'node:test'
import { throwawayPostgres } from '#platform/testing/postgres.ts'
import { soak } from './soak.ts'
import { figuresOf, type Sample } from './watch.ts'

test('a Baton that is used for a while keeps what it acknowledged, and nothing that it holds grows', async (t) => {
  const postgres = await throwawayPostgres()
  t.after(() => postgres.close())
  const { figures, done, acknowledged, faults } = await soak({ minutes: 0.2, database: postgres.url })
  t.diagnostic(figures.map(({ name, early, late }) => `${name} ${early} then ${late}`).join(', '))
  t.diagnostic([...done].map(([name, times]) => `${name} ${times}`).join(', '))
  assert.deepEqual(faults, [])
  assert.ok(acknowledged > 5, `${acknowledged} things were acknowledged`)
  assert.ok((figures.find(({ name }) => name === 'memory')?.late ?? 0) < 300, 'under 300 MB')
})

test('what grows is told from what goes up and down', () => {
  const well = (index: number): Sample => ({
    memory: 100 + (index % 3) * 10,
    handles: 40 + (index % 5),
    connections: 12,
    outbox: index % 20,
  })
  const grownOf = (change: (index: number) => Partial<Sample>): string[] =>
    figuresOf(Array.from({ length: 60 }, (_, index) => ({ ...well(index), ...change(index) })))
      .filter(({ late, most }) => late > most)
      .map(({ name }) => name)
  assert.deepEqual(
    grownOf(() => ({})),
    [],
  )
  assert.deepEqual(
    grownOf((index) => ({ memory: 100 + index * 2 })),
    ['memory'],
  )
  assert.deepEqual(
    grownOf((index) => ({ handles: 40 + index })),
    ['handles'],
  )
  assert.deepEqual(
    grownOf((index) => ({ connections: 4 + Math.floor(index / 5) })),
    ['connections'],
  )
  assert.deepEqual(
    grownOf((index) => ({ outbox: index * 30 })),
    ['outbox'],
  )
})
