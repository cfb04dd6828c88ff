import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#platform/testing/database.ts'
import { knowSizes } from './commands/know-sizes.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
const statements: string[] = []

before(async () => {
  database = await testDatabase({ onStatement: (text) => statements.push(text) })
})
after(() => database.close())

async function countedNow(): Promise<string[]> {
  statements.length = 0
  await knowSizes(database.db)
  return statements.filter((text) => text.startsWith('analyze'))
}

async function join(from: number, to: number): Promise<void> {
  await sql`
    insert into people (workspace_id, id, handle, name, role, created_at)
    select 1, gen_random_uuid(), 'p' || n, 'Person ' || n, 'member', now() from generate_series(${from}::integer, ${to}::integer) n
  `.execute(database.db)
}

test('what has doubled since it was counted is counted again, and nothing else', async () => {
  assert.deepEqual(await countedNow(), [])
  await sql`insert into workspaces (id, slug, name, created_at) values (1, 'halyard', 'Halyard', now())`.execute(database.db)
  await join(1, 1_000)
  assert.deepEqual(await countedNow(), ['analyze people'])
  await join(1_001, 1_500)
  assert.deepEqual(await countedNow(), [])
  await join(1_501, 3_000)
  assert.deepEqual(await countedNow(), ['analyze people'])
})
